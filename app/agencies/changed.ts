/** What a change did, field by field: `{ phone: [before, after] }`. Read from the ledger, and undone, by this alone. */
export type Changed = { [field: string]: [before: unknown, after: unknown] };

/** The fields of `given` that differ from `before`; null counts as a value, an absent field is not asked for. */
export function changedBy<T extends object>(before: T, given: Partial<T>): Changed {
  return Object.fromEntries(
    Object.entries(given)
      .filter(([field, after]) => after !== undefined && before[field as keyof T] !== after)
      .map(([field, after]) => [field, [before[field as keyof T] ?? null, after]]),
  );
}

/** Everything of something new, or of something taken away. */
export const allGiven = (row: object): Changed =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [field, [null, value]]));
export const allTaken = (row: object): Changed =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [field, [value, null]]));
