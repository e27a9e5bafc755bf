import type { Calendar } from './calendar.ts';
import { checkHolidays, saturdayAndSunday } from './check-holidays.ts';
import { type CalendarDate, fromDayNumber, toDayNumber, type Weekday } from './date.ts';
import { type DayList, makeDayList } from './day-list.ts';
import type { Holiday } from './holiday.ts';

/**
 * A calendar over a holiday table given as a value; `restDays` are the weekly ones (Saturday and Sunday).
 * @throws Error with the first sentence of `checkHolidays` when the table cannot be used.
 */
export function makeCalendar(
  rows: readonly Holiday[],
  restDays: readonly Weekday[] = saturdayAndSunday,
): Calendar {
  const problem = checkHolidays(rows, restDays)[0];
  if (problem !== undefined) throw new Error(problem);
  if (new Set(restDays).size > 6) throw new Error('Phải có ít nhất một ngày làm việc trong tuần.');
  const sorted = rows.toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const byDay = new Map(sorted.map((row) => [toDayNumber(row.date), row]));
  const isRest = (day: number) => restDays.includes((((day + 6) % 7) + 1) as Weekday);
  const lost = makeDayList(
    sorted.filter((row) => row.kind !== 'swap-work' && !isRest(toDayNumber(row.date))),
  );
  const worked = makeDayList(sorted.filter((row) => row.kind === 'swap-work'));
  const isWorked = (day: number) => {
    const row = byDay.get(day);
    return row === undefined ? !isRest(day) : row.kind === 'swap-work';
  };
  const countDays = (after: number, upTo: number): number =>
    countWeekdays(after, upTo, isRest) - lost.countBetween(after, upTo) + worked.countBetween(after, upTo);
  const within = (list: DayList) => (from: CalendarDate, to: CalendarDate) =>
    list.between(toDayNumber(from), toDayNumber(to));
  return {
    years: yearsOf(sorted),
    findHoliday: (date) => byDay.get(toDayNumber(date)) ?? null,
    isWorkingDay: (date) => isWorked(toDayNumber(date)),
    settle: (date) => fromDayNumber(walk(toDayNumber(date), 0, isWorked)),
    addWorkingDays: (from, days) => fromDayNumber(walk(toDayNumber(from), days, isWorked)),
    countWorkingDays: (from, to) => {
      const [first, last] = [toDayNumber(from), toDayNumber(to)];
      return first <= last ? countDays(first, last) : 0 - countDays(last - 1, first - 1);
    },
    skippedHolidays: within(lost),
    workedRestDays: within(worked),
    unverified: (from, to) =>
      [...within(lost)(from, to), ...within(worked)(from, to)]
        .filter((row) => !row.verified)
        .sort((one, other) => (one.date < other.date ? -1 : 1)),
  };
}

function yearsOf(sorted: readonly Holiday[]): Calendar['years'] {
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first && last
    ? { first: Number(first.date.slice(0, 4)), last: Number(last.date.slice(0, 4)) }
    : null;
}

// Bộ luật Dân sự 2015, Điều 147–148 (recalled, unverified): the first day is not counted; a last day off moves on.
function walk(from: number, days: number, isWorked: (day: number) => boolean): number {
  if (!Number.isInteger(days)) throw new RangeError(`Working days must be a whole number: ${days}`);
  const step = days < 0 ? -1 : 1;
  let day = from;
  if (days === 0) while (!isWorked(day)) day += 1;
  for (let left = Math.abs(days); left > 0; left -= isWorked(day) ? 1 : 0) day += step;
  return day;
}

function countWeekdays(after: number, upTo: number, isRest: (day: number) => boolean): number {
  const weeks = Math.floor((upTo - after) / 7);
  const inOneWeek = [1, 2, 3, 4, 5, 6, 7].filter((day) => !isRest(day)).length;
  let count = weeks * inOneWeek;
  for (let day = after + weeks * 7 + 1; day <= upTo; day += 1) if (!isRest(day)) count += 1;
  return count;
}
