import type { Weekday } from '../date.ts';
import type { DeadlineUnit, Rhythm } from './deadline.ts';

/** Months of a year with or without the year: quý IV/2025 is months 10–12 of 2025 to 2025. */
export type Span = {
  is: 'span';
  unit: 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year';
  firstMonth: number;
  lastMonth: number;
  year?: number;
  lastYear?: number;
};

/** A day; without `month` it is "ngày 20", of a month still to be named. */
export type Day = { is: 'day'; day: number; month?: number; year?: number };

/** What one construct understands of the words; `filler` carries no meaning for a time limit. */
export type Piece =
  | { is: 'filler' }
  | { is: 'limit'; limit: 'before' | 'by' | 'from' | 'to' | 'end' }
  | Day
  | { is: 'day-of-next-month'; day: number }
  | { is: 'day-of-quarter'; day: number; month: 0 | 1 | 2 }
  | Span
  | { is: 'next-year' }
  | { is: 'rhythm'; every: Rhythm; isWeak?: true }
  | { is: 'regularly' }
  | { is: 'weekday'; weekday: Weekday }
  | { is: 'time'; time: string }
  | { is: 'within'; count: number; unit: DeadlineUnit }
  | { is: 'since'; words: string; isIssue: boolean }
  | { is: 'ongoing' }
  | { is: 'request' }
  | { is: 'event' };

/** One way of saying a time: a sticky pattern over plain words, and what it means; null declines the match. */
export type Construct = { name: string; pattern: RegExp; read: (match: RegExpExecArray) => Piece | null };
