import { type CalendarDate, partsOf } from './date.ts';

/** '2026-11-24' as people read it: '24/11/2026' (dd/MM/yyyy). The long form of letters is not here. */
export function showDate(date: CalendarDate): string {
  partsOf(date);
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** '24/11' or '1/9': day and month without padding, for sentences; with the year when `yearSeen` is another. */
export function showShortDate(date: CalendarDate, yearSeen: number): string {
  const { year, month, day } = partsOf(date);
  return year === yearSeen ? `${day}/${month}` : `${day}/${month}/${year}`;
}
