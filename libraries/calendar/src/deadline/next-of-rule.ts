import { type CalendarDate, findDate, partsOf } from '../date.ts';
import { addDays, addMonths, lastDayOfMonth, weekday } from '../date-arithmetic.ts';
import type { Recurrence, Rhythm } from './deadline.ts';

const monthsIn: Record<Exclude<Rhythm, 'day' | 'week'>, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  'nine-months': 12,
  year: 12,
};

/** The first day a rule names strictly after a day; without a day in the rule, the last day of its period. */
export function nextOfRule(rule: Recurrence, after: CalendarDate): CalendarDate {
  const { every } = rule;
  if (every === 'day') return addDays(after, 1);
  // A week without a day named ends on Friday, the last working day of a Monday-to-Friday office.
  if (every === 'week') return addDays(after, daysUntil(rule.weekday ?? 5, after));
  const length = monthsIn[every];
  const { year, month } = partsOf(after);
  const first = findDate(year, month - ((month - 1) % length), 1)!;
  const inThis = dayIn(rule, first, length);
  return inThis > after ? inThis : dayIn(rule, addMonths(first, length), length);
}

function daysUntil(day: number, after: CalendarDate): number {
  return ((day - weekday(after) + 6) % 7) + 1;
}

function dayIn({ every, month, day }: Recurrence, first: CalendarDate, length: number): CalendarDate {
  const standard = every === 'nine-months' ? 8 : length - 1;
  const offset = month === undefined ? standard : every === 'year' ? month - 1 : month;
  const at = partsOf(addMonths(first, offset));
  const last = lastDayOfMonth(at.year, at.month);
  return day === undefined || day === 'last' ? last : (findDate(at.year, at.month, day) ?? last);
}
