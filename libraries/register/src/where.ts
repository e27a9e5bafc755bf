/** Conditions on a row: by field (or 'state'), one of some values, or merely that something or nothing stands there. */
export type Where<K extends string = string> = {
  readonly [field in K | 'state']?: readonly (string | boolean)[] | 'filled' | 'empty';
};

/** Does a row fulfil them? */
export function fulfils(where: Where | undefined, row: Record<string, unknown>): boolean {
  return Object.entries(where ?? {}).every(([field, wanted]) => {
    const value = row[field] ?? null;
    if (wanted === 'filled') return value !== null;
    if (wanted === 'empty') return value === null;
    return [value].flat().some((one) => wanted?.includes(one as string));
  });
}
