import type { Field } from '../field.ts';

/**
 * A field of personal data, of one column: encrypted in the database, left out of lists, exported books and figures,
 * and read with a reason that the ledger keeps. A store seals what stands in the column: the value as JSON.
 */
export const sealed = <V>(field: Field<V>): Field<V> => ({
  ...field,
  isSealed: true,
  parts: field.parts.map((part) => ({ ...part, type: 'bytea' as const })),
  filter: null,
  toColumns: (value) => [JSON.stringify(value)],
  fromColumns: ([opened]) => JSON.parse(String(opened)) as V,
});
