import {
  type CalendarDate,
  daysInMonth,
  findDate,
  fromDayNumber,
  partsOf,
  toDayNumber,
  type Weekday,
} from './date.ts';

/** The date `days` later (earlier when negative). @throws RangeError for a bad date or one past 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/**
 * The same day `months` later; a day the month does not have becomes its last day (31/1 + 1 month = 28/2).
 * Bộ luật Dân sự 2015, Điều 147–148 (recalled, unverified): a term in months ends on the matching day.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const found = findDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
  if (found === null) throw new RangeError(`No such month: ${date} + ${months} months`);
  return found;
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Negative, zero or positive, for sorting. Dates are fixed width, so text order is time order. */
export function compareDates(one: CalendarDate, other: CalendarDate): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Day of the week, Monday 1 … Sunday 7. */
export function weekday(date: CalendarDate): Weekday {
  return (((toDayNumber(date) + 6) % 7) + 1) as Weekday;
}

/** The last day of a month; `month` is 1–12. @throws RangeError for another month. */
export function lastDayOfMonth(year: number, month: number): CalendarDate {
  const found = findDate(year, month, daysInMonth(year, month));
  if (found === null) throw new RangeError(`No such month: ${month}/${year}`);
  return found;
}
