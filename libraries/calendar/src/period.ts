import { type CalendarDate, partsOf } from './date.ts';

/** Months, quarters and halves are indexed from 1; `nine-months` and `year` have index 1 only. */
export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year';

/** One reporting period, whatever its window: the third quarter of 2026 is quarter, 2026, 3. */
export type Period = { kind: PeriodKind; year: number; index: number };

const monthsIn: Record<PeriodKind, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  'nine-months': 9,
  year: 12,
};
const indexesIn: Record<PeriodKind, number> = {
  month: 12,
  quarter: 4,
  'half-year': 2,
  'nine-months': 1,
  year: 1,
};
const roman = ['I', 'II', 'III', 'IV'];

/** First and last month (1–12) of a period. @throws RangeError for an index the kind does not have. */
export function monthsOf({ kind, year, index }: Period): { first: number; last: number } {
  if (!Number.isInteger(index) || index < 1 || index > indexesIn[kind] || !Number.isInteger(year))
    throw new RangeError(`No such period: ${kind} ${index} of ${year}`);
  return { first: (index - 1) * monthsIn[kind] + 1, last: index * monthsIn[kind] };
}

/** A period as reports print it: 'Tháng 6 năm 2026', 'Quý III năm 2026', '6 tháng đầu năm 2026', 'Năm 2026'. */
export function periodName(kind: PeriodKind, year: number, index = 1): string {
  monthsOf({ kind, year, index });
  if (kind === 'month') return `Tháng ${index} năm ${year}`;
  if (kind === 'quarter') return `Quý ${roman[index - 1]} năm ${year}`;
  if (kind === 'half-year') return `6 tháng ${index === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  return kind === 'nine-months' ? `9 tháng đầu năm ${year}` : `Năm ${year}`;
}

/** The calendar period a day lies in; October to December lie in no `nine-months`: null. */
export function findPeriodAt(kind: PeriodKind, date: CalendarDate): Period | null {
  const { year, month } = partsOf(date);
  const index = Math.ceil(month / monthsIn[kind]);
  return index > indexesIn[kind] ? null : { kind, year, index };
}

/** The period `steps` later (earlier when negative); one step back is "kỳ trước", twelve months back is not. */
export function shiftPeriod({ kind, year, index }: Period, steps: number): Period {
  monthsOf({ kind, year, index });
  const perYear = indexesIn[kind];
  const position = year * perYear + (index - 1) + steps;
  return {
    kind,
    year: Math.floor(position / perYear),
    index: (((position % perYear) + perYear) % perYear) + 1,
  };
}
