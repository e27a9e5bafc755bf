import type { Subjects } from './probe.ts';
import type { Line } from './read-matrix.ts';
import type { Address } from './routes.ts';

type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
};
type Operation = { requestBody?: { content?: { 'application/json'?: { schema?: Schema } } } };
type Paths = Record<string, Record<string, Operation>>;

/** A first try at a line for a route that has none: subjects by the words of its path, a body by its shape. */
export function guessCall(
  { method, path }: Address,
  paths: Paths,
  subjects: Subjects,
): Omit<Line, 'outcomes'> {
  const shape = (one: string) => one.replace(/:\w+|\{\w+\}/g, '*');
  const described = Object.keys(paths).find((one) => shape(one) === shape(path));
  const operation = described ? paths[described]?.[method.toLowerCase()] : undefined;
  const schema = operation?.requestBody?.content?.['application/json']?.schema;
  const address = path
    .replace(/([\w-]+)\/:(\w+)/g, (whole, before: string, name: string) => {
      const subject = [singular(before), name.replace(/Id$/, '')].find((one) => one in subjects);
      return subject ? `${before}/{${subject}}` : whole;
    })
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
  return { file: '', method, address, body: schema && exampleOf(schema), isForm: false, shows: null };
}

/** 'agency-reports' → 'agencyReport', 'agencies' → 'agency'. */
const singular = (segment: string): string =>
  segment
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function exampleOf(schema: Schema): unknown {
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return exampleOf(choice);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'object')
    return Object.fromEntries(
      (schema.required ?? []).map((key) => [key, exampleOf(schema.properties?.[key] ?? {})]),
    );
  if (schema.type === 'array') return schema.minItems && schema.items ? [exampleOf(schema.items)] : [];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  return schema.format === 'date' ? '2026-11-20' : 'Thử quyền';
}
