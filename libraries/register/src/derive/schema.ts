import type { JsonSchema } from '../field.ts';
import type { Register } from '../register.ts';

/** What a form sends and a row answers, as JSON Schema: for the OpenAPI page. */
export const schemaOf = (register: Register): JsonSchema => ({
  type: 'object',
  description: `${register.said[0]}. ${register.basis}`,
  properties: Object.fromEntries(
    Object.entries(register.fields).map(([name, field]) => [
      name,
      { description: field.said[0], anyOf: [field.schema, { type: 'null' }] },
    ]),
  ),
  required: Object.keys(register.fields).filter((name) => register.fields[name]!.isRequired),
});
