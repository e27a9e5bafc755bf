import type { Counts } from './figures.contract.ts';

/** The four, in the order in which they are always shown together. */
export const fourCells = ['done-in-time', 'done-late', 'open-in-time', 'open-late'] as const;

/** Duties that were ordered; requests stand apart. */
export const ordered = (counts: Counts): number => fourCells.reduce((sum, cell) => sum + counts[cell], 0);

/** '66,7 %' of a whole; '0 %' of nothing. */
export function showShare(part: number, whole: number): string {
  const percent = whole ? (part / whole) * 100 : 0;
  return `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: percent % 1 ? 1 : 0 }).format(percent)}%`;
}
