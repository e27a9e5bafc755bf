export type { Calendar } from './src/calendar.ts';
export { checkHolidays } from './src/check-holidays.ts';
export { type CalendarDate, findDate, isDate, partsOf, type Weekday } from './src/date.ts';
export {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  lastDayOfMonth,
  weekday,
} from './src/date-arithmetic.ts';
export type {
  Deadline,
  DeadlineContext,
  DeadlineKind,
  DeadlineUnit,
  Occurrence,
  Recurrence,
  Rhythm,
} from './src/deadline/deadline.ts';
export { dueFrom } from './src/deadline/due-from.ts';
export { nextOccurrence, occurrencesBetween } from './src/deadline/next-occurrence.ts';
export { parseDeadline } from './src/deadline/parse-deadline.ts';
export { explainCount } from './src/explain-count.ts';
export { type Holiday, type HolidayKind, holidayKinds } from './src/holiday.ts';
export { makeCalendar } from './src/make-calendar.ts';
export { findPeriodAt, type Period, type PeriodKind, periodName, shiftPeriod } from './src/period.ts';
export { findPeriodOf, type ReportWindow, reportWindow } from './src/report-window.ts';
export { showDate } from './src/show-date.ts';
export {
  type PeriodDay,
  type SendBy,
  type WindowRule,
  type WindowRuleName,
  windowRules,
} from './src/window-rule.ts';
