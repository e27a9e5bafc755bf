import shipped from '#data/holidays.json' with { type: 'json' };
import type { Holiday } from '#libraries/calendar/index.ts';

/** A row a province changed; `isLeftOut`: the shipped row of that day does not hold here. */
export type HolidayChange = Holiday & { isLeftOut: boolean };

/** Where a row comes from: shipped, the province's own, or shipped and left out. */
export type Origin = 'shipped' | 'own' | 'left-out';
export type OfficeHoliday = Holiday & { origin: Origin };

const shippedRows = shipped as Holiday[];

/** The shipped table with a province's changes over it, by day; rows left out stay to be seen. */
export function officeTable(changes: readonly HolidayChange[]): OfficeHoliday[] {
  const changed = new Map(changes.map((change) => [change.date, change]));
  const kept = shippedRows
    .filter((row) => !changed.has(row.date))
    .map((row) => ({ ...row, origin: 'shipped' as const }));
  const own = changes.map(({ isLeftOut, ...row }) => ({
    ...row,
    origin: isLeftOut ? ('left-out' as const) : ('own' as const),
  }));
  return [...kept, ...own].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The rows that hold, as the calendar counts with them. */
export const rowsInForce = (table: readonly OfficeHoliday[]): Holiday[] =>
  table.filter((row) => row.origin !== 'left-out').map(({ origin: _, ...row }) => row);

export const findShipped = (date: string): Holiday | undefined =>
  shippedRows.find((row) => row.date === date);
