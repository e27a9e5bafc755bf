import { addDays, addMonths, lastDayOfMonth, weekday } from '#libraries/calendar/index.ts';

/** Every day of a month 'YYYY-MM', in order. */
export function daysOfMonth(month: string): string[] {
  const first = `${month}-01`;
  const [year, number] = month.split('-').map(Number);
  const last = lastDayOfMonth(year!, number!);
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Weeks of a month from Monday to Sunday; null where a day belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const days = daysOfMonth(month);
  const before: null[] = Array((weekday(days[0]!) + 6) % 7).fill(null);
  const cells = [...before, ...days];
  const weeks: (string | null)[][] = [];
  for (let at = 0; at < cells.length; at += 7)
    weeks.push(Array.from({ length: 7 }, (_, index) => cells[at + index] ?? null));
  return weeks;
}

/** 'YYYY-MM' so many months on. */
export const shiftMonth = (month: string, by: number): string => addMonths(`${month}-01`, by).slice(0, 7);
