/** Columns a list of duties can show after the clause, which is always there. */
export const columns = ['text', 'agency', 'due', 'state', 'cell', 'deadline'] as const;
export type Column = (typeof columns)[number];

export const usualColumns: Column[] = ['text', 'agency', 'due', 'state'];

/** 'agency,due' as columns, in their own order whatever that of the words; the usual ones when none is named. */
export function readColumns(words: string | undefined): Column[] {
  const named = new Set(words?.split(','));
  const chosen = columns.filter((column) => named.has(column));
  return chosen.length ? chosen : usualColumns;
}

/** As the address keeps them; undefined for the usual ones. */
export function writeColumns(chosen: readonly Column[]): string | undefined {
  const words = columns.filter((column) => chosen.includes(column)).join(',');
  return words === usualColumns.join(',') || !words ? undefined : words;
}
