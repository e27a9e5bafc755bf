import type { CalendarDate } from './date.ts';
import type { Holiday } from './holiday.ts';

/** Working-day arithmetic over one holiday table; made by `makeCalendar`, immutable, reads nothing else. */
export type Calendar = {
  /** First and last year the table has rows for; outside them only weekends are known. Null for an empty table. */
  years: { first: number; last: number } | null;
  /** The row of a day, or null for an ordinary day. */
  findHoliday: (date: CalendarDate) => Holiday | null;
  isWorkingDay: (date: CalendarDate) => boolean;
  /** The day itself if it is worked, else the next that is: where a term ends that would end on a holiday. */
  settle: (date: CalendarDate) => CalendarDate;
  /** `days` working days after (before, when negative) `from`, which is not counted. 0 settles `from`. */
  addWorkingDays: (from: CalendarDate, days: number) => CalendarDate;
  /** Working days after `from` up to and with `to`; for an earlier `to`, minus those from `to` to before `from`. */
  countWorkingDays: (from: CalendarDate, to: CalendarDate) => number;
  /** Weekdays lost to holidays after `from` up to and with `to`, in order; weekends are not listed. */
  skippedHolidays: (from: CalendarDate, to: CalendarDate) => Holiday[];
  /** Rest days worked (làm bù) after `from` up to and with `to`, in order. */
  workedRestDays: (from: CalendarDate, to: CalendarDate) => Holiday[];
  /** Rows not verified after `from` up to and with `to` that change the count. */
  unverified: (from: CalendarDate, to: CalendarDate) => Holiday[];
};
