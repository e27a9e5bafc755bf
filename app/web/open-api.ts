/** The parts of an OpenAPI 3.1 document that the page /api reads. */
export type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  prefixItems?: Schema[];
  description?: string;
  maxLength?: number;
  default?: unknown;
};
export type Parameter = { name: string; in: 'path' | 'query'; required?: boolean; schema?: Schema };
type Content = { content?: Record<string, { schema?: Schema }> };
export type Operation = {
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: Content;
  responses?: Record<string, Content>;
};
export type OpenApi = { paths: Record<string, Record<string, Operation>> };

export type Listed = { method: string; path: string; operation: Operation };

/** Operations by tag, in the order in which the program mounts them. */
export function byTag({ paths }: OpenApi): Map<string, Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? '';
      groups.set(tag, [...(groups.get(tag) ?? []), { method: method.toUpperCase(), path, operation }]);
    }
  return groups;
}

export const schemaOf = (content: Content | undefined): Schema | undefined =>
  content?.content?.['application/json']?.schema;

/** One line of a shape as a table: `duties[].deadline.text`, its type, whether it must be there. */
export type ShapeLine = { name: string; type: string; isRequired: boolean };

/** A shape flattened into lines, parents before children. `depth` keeps a shape that nests forever finite. */
export function linesOf(schema: Schema | undefined, name = '', isRequired = true, depth = 0): ShapeLine[] {
  if (!schema || depth > 6) return [];
  const { schema: inner, suffix } = unwrap(schema);
  const own = name ? [{ name, type: typeOf(schema), isRequired }] : [];
  const children = Object.entries(inner.properties ?? {}).flatMap(([key, child]) =>
    linesOf(
      child,
      name || suffix ? `${name}${suffix}.${key}` : key,
      inner.required?.includes(key) ?? false,
      depth + 1,
    ),
  );
  return [...own, ...children];
}

/** The shape within lists and within "this or null". */
function unwrap(schema: Schema): { schema: Schema; suffix: string } {
  const real = (schema.anyOf ?? schema.oneOf)?.filter((one) => one.type !== 'null') ?? [];
  if (real.length === 1) return unwrap(real[0]!);
  if (schema.items) {
    const inner = unwrap(schema.items);
    return { schema: inner.schema, suffix: `[]${inner.suffix}` };
  }
  return { schema, suffix: '' };
}

export function typeOf(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeOf).join(' | ');
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
  if (schema.items) return `${typeOf(schema.items)}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  const bound = schema.maxLength ? ` ≤ ${schema.maxLength}` : '';
  return schema.format ? `${type} (${schema.format})` : `${type}${bound}`;
}
