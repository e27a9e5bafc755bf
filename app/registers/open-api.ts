import { type JsonSchema, type Register, schemaOf } from '#libraries/register/index.ts';
import { registers } from './declared/all.ts';

type Operation = {
  [key: string]: unknown;
  tags?: string[];
  summary?: string;
  parameters?: { name?: string }[];
};
type Document = { paths?: { [path: string]: { [method: string]: Operation } } };

/** Of a row the addresses that a caller reads and writes. */
const described = ['/api/registers/{register}/rows', '/api/registers/{register}/rows/{id}'];

/** The OpenAPI document with the rows of each register described by its own fields, under its own heading. */
export function withRegisters<D extends object>(document: D): D {
  const { paths = {} } = document as Document;
  const more: Document['paths'] = {};
  for (const register of registers)
    for (const path of described) {
      const methods = Object.entries(paths[path] ?? {}).filter(([method]) => method !== 'delete');
      more[path.replace('{register}', register.name)] = Object.fromEntries(
        methods.map(([method, operation]) => [method, ofRegister(register, operation)]),
      );
    }
  return { ...document, paths: { ...paths, ...more } };
}

function ofRegister(register: Register, operation: Operation): Operation {
  const own = JSON.parse(JSON.stringify(operation)) as Operation;
  setValues(own, schemaOf(register));
  return {
    ...own,
    tags: [register.said[0]],
    parameters: (own.parameters ?? []).filter(({ name }) => name !== 'register'),
  };
}

/** Wherever a shape has `values`, they are those of the register. */
function setValues(shape: unknown, values: JsonSchema): void {
  if (shape === null || typeof shape !== 'object') return;
  const { properties } = shape as { properties?: Record<string, unknown> };
  if (properties?.values) properties.values = values;
  for (const one of Object.values(shape)) setValues(one, values);
}
