import type { Calendar } from '../calendar.ts';
import type { CalendarDate } from '../date.ts';
import { addDays, addMonths } from '../date-arithmetic.ts';
import type { Deadline } from './deadline.ts';

/**
 * The last day of a `within` deadline once its first day is known ("03 ngày làm việc kể từ ngày nhận văn bản").
 * The first day is not counted; with a calendar a last day off moves to the next working day.
 * Null for other kinds, for hours, and for working days without a calendar.
 */
export function dueFrom(deadline: Deadline, start: CalendarDate, calendar?: Calendar): CalendarDate | null {
  const { kind, unit, count } = deadline;
  if (kind !== 'within' || count === undefined) return null;
  if (unit === 'working-day') return calendar?.addWorkingDays(start, count) ?? null;
  const monthsPer = { month: 1, quarter: 3, 'half-year': 6, 'nine-months': 9, year: 12 };
  let due: CalendarDate | null = null;
  if (unit === 'day' || unit === 'week') due = addDays(start, count * (unit === 'week' ? 7 : 1));
  else if (unit !== undefined && unit !== 'hour') due = addMonths(start, count * monthsPer[unit]);
  return due === null || calendar === undefined ? due : calendar.settle(due);
}
