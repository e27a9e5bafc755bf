import type { Calendar } from '../calendar.ts';
import type { CalendarDate, Weekday } from '../date.ts';

/**
 * What a phrase gives as a time limit.
 * - `date`: one last day · `period`: something to do between two days · `within`: a count from some start
 * - `recurring`: again and again · `ongoing`: thường xuyên, no end · `on-request`: khi có yêu cầu, đột xuất
 * - `event`: tied to something that happens · `unknown`: not understood, only the words are kept
 */
export type DeadlineKind =
  | 'date'
  | 'period'
  | 'within'
  | 'recurring'
  | 'ongoing'
  | 'on-request'
  | 'event'
  | 'unknown';

/** "ngày" and "ngày làm việc" are different units and stay apart. */
export type DeadlineUnit =
  | 'hour'
  | 'day'
  | 'working-day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'nine-months'
  | 'year';

/** How often something comes back. */
export type Rhythm = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year';

/**
 * One rule of return. Without a day in the words the occurrence is the last day of the calendar period,
 * and `dayGiven` of the occurrence says so.
 */
export type Recurrence = {
  every: Rhythm;
  /** 1–31 or the last day of the month; a day the month does not have is its last. */
  day?: number | 'last';
  /** For `year`: 1–12. For `quarter`: 0, 1 or 2, its first, middle or last month. */
  month?: number;
  weekday?: Weekday;
};

/** A deadline as read from words; plain data that survives JSON. */
export type Deadline = {
  kind: DeadlineKind;
  /** The words as given, untouched. */
  words: string;
  /** The last day, or the day before which it must be done: see `limit`. Absent when the words do not fix it. */
  due?: CalendarDate;
  /** Beginning of a period. */
  from?: CalendarDate;
  /** 'before' for "trước ngày …": the app decides whether the named day itself is in time. */
  limit?: 'before' | 'by';
  /** 'HH:MM', 24 hours, where the words give a time of day. */
  time?: string;
  /** For `within`: how many of `unit`. */
  count?: number;
  /** What `within` counts; for `date` and `period`, how finely the words name the time. */
  unit?: DeadlineUnit;
  /** For `within`: the words naming the start ("ngày nhận Kế hoạch này"), where they are printed. */
  since?: string;
  /** For `recurring`: empty when only "định kỳ" is said. */
  recurrence?: Recurrence[];
  /** What the same words also ask: "định kỳ hằng năm và khi có yêu cầu". */
  also?: ('ongoing' | 'on-request')[];
  /** A Vietnamese sentence saying what was filled in from the date of issue: shown as a proposal to confirm. */
  assumption?: string;
};

/** What is known beside the words. Without `issued`, nothing is filled in. */
export type DeadlineContext = { issued?: CalendarDate; calendar?: Calendar };

/** One return of a recurring deadline: `dayGiven` is false where the words name only the rhythm. */
export type Occurrence = { date: CalendarDate; every: Rhythm; dayGiven: boolean; time?: string };
