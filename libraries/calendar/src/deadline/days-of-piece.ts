import { type CalendarDate, findDate } from '../date.ts';
import { lastDayOfMonth } from '../date-arithmetic.ts';
import type { Day, Span } from './piece.ts';

/** The first day of a day or span in a year; null for a day without month, or one the year lacks. */
export function firstDayOf(piece: Day | Span, year: number): CalendarDate | null {
  if (piece.is === 'span') return findDate(year, piece.firstMonth, 1);
  return piece.month === undefined ? null : findDate(year, piece.month, piece.day);
}

/** The last day of a day or span that begins in a year. */
export function lastDayOf(piece: Day | Span, year: number): CalendarDate | null {
  if (piece.is === 'day') return firstDayOf(piece, year);
  return lastDayOfMonth(piece.lastYear ?? year, piece.lastMonth);
}
