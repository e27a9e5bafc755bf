/**
 * Conditions on a row: by field (or 'state'), one of some values, or merely that something or nothing stands there;
 * of a day `{ by: 'dueOn' }`: that it came no later than another day of the row.
 */
export type Where<K extends string = string> = {
  readonly [field in K | 'state']?: readonly (string | boolean)[] | 'filled' | 'empty' | { readonly by: K };
};

/** Does a row fulfil them? */
export function fulfils(where: Where | undefined, row: Record<string, unknown>): boolean {
  return Object.entries(where ?? {}).every(([field, wanted]) => {
    const value = row[field] ?? null;
    if (wanted === 'filled') return value !== null;
    if (wanted === 'empty') return value === null;
    if (wanted && 'by' in wanted) {
      const day = row[wanted.by] ?? null;
      return value !== null && day !== null && value <= day;
    }
    return [value].flat().some((one) => wanted?.includes(one as string));
  });
}
