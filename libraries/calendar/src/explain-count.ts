import type { Calendar } from './calendar.ts';
import { type CalendarDate, partsOf } from './date.ts';
import { daysBetween } from './date-arithmetic.ts';
import type { Holiday } from './holiday.ts';
import { showShortDate } from './show-date.ts';

/** Days from here on which holidays are counted, not named: nobody checks them one by one. */
const LONG = 120;

/**
 * How long is left in working days, as a Vietnamese sentence that names the holidays left out.
 * Weekends go without saying; a Saturday worked (làm bù) and a year without a table do not.
 * 'còn 3 ngày làm việc, trừ 24/11' · 'hết hạn hôm nay' · 'quá hạn 250 ngày làm việc, trừ 13 ngày nghỉ'
 * @param today the day it is read, not counted @param due the last day, counted
 */
export function explainCount(calendar: Calendar, today: CalendarDate, due: CalendarDate): string {
  if (today === due) return 'hết hạn hôm nay';
  const isOverdue = due < today;
  const [from, to] = isOverdue ? [due, today] : [today, due];
  const count = calendar.countWorkingDays(from, to);
  const year = partsOf(today).year;
  const parts = [`${isOverdue ? 'quá hạn' : 'còn'} ${count} ngày làm việc`];
  const [lost, worked] = [calendar.skippedHolidays(from, to), calendar.workedRestDays(from, to)];
  const isLong = daysBetween(from, to) > LONG;
  if (lost.length) parts.push(isLong ? `trừ ${lost.length} ngày nghỉ` : `trừ ${showRuns(lost, year)}`);
  if (worked.length)
    parts.push(
      isLong ? `tính cả ${worked.length} ngày làm bù` : `tính cả ngày làm bù ${showRuns(worked, year)}`,
    );
  const missing = yearsMissing(calendar, from, to);
  if (missing !== '') parts.push(`chưa có lịch nghỉ ${missing}`);
  return parts.join(', ');
}

/** Neighbouring days make one run: '16/2–20/2, 27/4 và 30/4'. */
function showRuns(rows: readonly Holiday[], year: number): string {
  const runs: [CalendarDate, CalendarDate][] = [];
  for (const { date } of rows) {
    const last = runs.at(-1);
    if (last !== undefined && daysBetween(last[1], date) === 1) last[1] = date;
    else runs.push([date, date]);
  }
  const shown = runs.map(([first, last]) =>
    first === last
      ? showShortDate(first, year)
      : `${showShortDate(first, year)}–${showShortDate(last, year)}`,
  );
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} và ${shown.at(-1)}`;
}

function yearsMissing(calendar: Calendar, from: CalendarDate, to: CalendarDate): string {
  const [first, last] = [partsOf(from).year, partsOf(to).year];
  const isKnown = (year: number) =>
    calendar.years !== null && year >= calendar.years.first && year <= calendar.years.last;
  if (isKnown(first) && isKnown(last)) return '';
  const missing = [first, last].filter((year) => !isKnown(year));
  return first === last || missing.length === 1 ? `năm ${missing[0]}` : `năm ${first}–${last}`;
}
