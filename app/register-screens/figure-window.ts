import {
  findPeriodOf,
  type Period,
  type PeriodKind,
  reportWindow,
  shiftPeriod,
} from '#libraries/calendar/index.ts';

export const periodKinds = ['month', 'quarter', 'half-year', 'year'] as const;
export const countingRules = ['15-14', 'calendar'] as const;
export type CountingRule = (typeof countingRules)[number];
type Days = { from: string; to: string };

/** The days that figures are counted over, and those they are held against; own days have none before them. */
export type FigureWindow = {
  kind: (typeof periodKinds)[number] | 'days';
  rule: CountingRule;
  index: number;
  year: number;
} & {
  days: Days;
  before: Days | null;
};

/** How many of a kind there are in a year. */
export const periodsIn: Record<(typeof periodKinds)[number], number> = {
  month: 12,
  quarter: 4,
  'half-year': 2,
  year: 1,
};

/** Reads what an address asks for; without anything, the year of today by the regime of reports. */
export function readWindow(search: Record<string, unknown>, today: string): FigureWindow {
  const rule = countingRules.find((one) => one === search.rule) ?? '15-14';
  const wanted =
    search.window === 'days' ? 'days' : (periodKinds.find((one) => one === search.window) ?? 'year');
  const day = (given: unknown) => (/^\d{4}-\d\d-\d\d$/.test(String(given)) ? String(given) : null);
  const kind: PeriodKind = wanted === 'days' ? 'year' : wanted;
  const now = findPeriodOf(kind, today, rule) ?? { kind, year: Number(today.slice(0, 4)), index: 1 };
  const year = within(Number(search.year), 1990, 2100) ?? now.year;
  const index =
    within(Number(search.index), 1, periodsIn[kind as keyof typeof periodsIn]) ??
    (search.year ? 1 : now.index);
  const days = daysOf({ kind, year, index }, rule);
  if (wanted !== 'days')
    return {
      kind: wanted,
      rule,
      year,
      index,
      days,
      before: daysOf(shiftPeriod({ kind, year, index }, -1), rule),
    };
  const [from, to] = [day(search.from) ?? days.from, day(search.to) ?? days.to];
  return { kind: 'days', rule, year, index, days: { from, to: [from, to].toSorted()[1]! }, before: null };
}

const within = (value: number, least: number, most: number): number | null =>
  Number.isInteger(value) && value >= least && value <= most ? value : null;

function daysOf({ kind, year, index }: Period, rule: CountingRule): Days {
  const { from, to } = reportWindow(kind, year, index, rule);
  return { from, to };
}
