import { dongInUnit } from '#app/reports/dong-in-unit.ts';
import type { Indicator, IndicatorValue } from '#app/reports/indicator.contract.ts';
import { sameThings } from './same-things.ts';

/** What one agency says of an indicator. */
export type ToldValue = { agencyReportId: string; agencyId: string; agency: string; value: IndicatorValue };

/** Dong for one unit of a currency on a day; null when nobody has said. */
export type RateOn = (currency: string, on: string | null) => number | null;

/** What a person decided to leave out of a total: a thing that another agency counts, or a sum of it. */
export type LeftOut = {
  agencyReportId: string;
  indicator: string;
  /** Place of the thing in what the agency counted; null: `amount` is taken off. */
  index: number | null;
  amount: number | null;
  currency: string | null;
};

export type Total = {
  indicator: string;
  /** In the indicator's unit; of money in dong; null when nobody said anything, or a rate is missing. */
  amount: number | null;
  /** Of a ratio its whole. */
  whole: number | null;
  /** Sums by currency, each in its own units ('tỷ đồng' is counted in dong), the largest part first. */
  money: { currency: string; amount: number }[];
  /** Currencies and days without a rate. */
  unconverted: { currency: string; on: string | null }[];
  /** How many agencies said something. */
  agencies: number;
  /** Of distinct things: how many were named by more than one agency and counted once. */
  folded: number;
  /** How many things or sums a decision left out. */
  leftOut: number;
};

/** One agency's own figure: what it wrote, and never less than what it named. */
export const ownFigure = ({ amount, counted }: IndicatorValue): number | null =>
  amount === null && !counted.length ? null : Math.max(amount ?? 0, counted.length);

/**
 * What the values of agencies come to, by the indicator's rule (handbook §11): flows and stocks are added over
 * agencies, distinct things counted once whoever names them, a ratio is the sum of its parts over the sum of its
 * wholes. The order of agencies does not matter.
 */
export function totalOf(
  indicator: Indicator,
  told: readonly ToldValue[],
  leftOut: readonly LeftOut[],
  rateOn: RateOn,
): Total {
  const own = told.filter(({ value }) => value.indicator === indicator.key);
  const said = own.filter(({ value }) => value.amount !== null || value.counted.length > 0);
  const without = leftOut.filter((one) => one.indicator === indicator.key);
  const base = { ...nothing(indicator.key), agencies: said.length, leftOut: without.length };
  if (!said.length) return base;
  if (indicator.rule === 'ratio') return { ...base, ...ratioOf(said) };
  if (indicator.isMoney) return { ...base, ...moneyOf(indicator, said, without, rateOn) };
  if (indicator.rule === 'distinct') return { ...base, ...distinctOf(said, without) };
  const sum = said.reduce((all, { value }) => all + (value.amount ?? value.counted.length), 0);
  const less = without.reduce((all, one) => all + weightOf(said, one), 0);
  return { ...base, amount: Math.max(0, tidy(sum - less)) };
}

const nothing = (indicator: string): Total => ({
  indicator,
  amount: null,
  whole: null,
  money: [],
  unconverted: [],
  agencies: 0,
  folded: 0,
  leftOut: 0,
});

/** 0.1 + 0.2 is 0.3 in a report; sums of 200 agencies stay far from the last figure of a double. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

function ratioOf(said: readonly ToldValue[]): Partial<Total> {
  const both = said.filter(({ value }) => value.amount !== null && value.whole !== null);
  const [part, whole] = [sum(both, 'amount'), sum(both, 'whole')];
  return { amount: both.length ? part : null, whole: both.length ? whole : null };
}

const sum = (told: readonly ToldValue[], field: 'amount' | 'whole'): number =>
  tidy(told.reduce((all, { value }) => all + (value[field] ?? 0), 0));

/** Things under one name are one by themselves; under other names they are where a person has decided so. */
function distinctOf(said: readonly ToldValue[], without: readonly LeftOut[]): Partial<Total> {
  const isOut = (report: string, index: number) =>
    without.some((one) => one.agencyReportId === report && one.index === index);
  const named = said.flatMap(({ agencyReportId, value }) =>
    value.counted.filter((_, index) => !isOut(agencyReportId, index)),
  );
  const groups = sameThings(named);
  const unnamed = said.reduce((all, { value }) => all + ownFigure(value)! - value.counted.length, 0);
  const less = without.reduce((all, { index, amount }) => all + (index === null ? (amount ?? 0) : 0), 0);
  return { amount: Math.max(0, tidy(groups + unnamed - less)), folded: named.length - groups };
}

function moneyOf(
  indicator: Indicator,
  said: readonly ToldValue[],
  without: readonly LeftOut[],
  rateOn: RateOn,
): Partial<Total> {
  const scale = dongInUnit(indicator.unit);
  const inWhole = (amount: number, currency: string) => (currency === 'VND' ? amount * scale : amount);
  const sums = new Map<string, { currency: string; on: string | null; amount: number }>();
  const add = (currency: string, on: string | null, amount: number) => {
    const key = currency === 'VND' ? currency : `${currency} ${on}`;
    const known = sums.get(key);
    sums.set(key, { currency, on, amount: (known?.amount ?? 0) + amount });
  };
  for (const { value } of said) {
    const currency = value.currency ?? 'VND';
    add(currency, value.rateOn, inWhole(value.amount ?? namedSum(value), currency));
  }
  for (const one of without) {
    const owner = said.find(({ agencyReportId }) => agencyReportId === one.agencyReportId);
    const currency = one.currency ?? owner?.value.currency ?? 'VND';
    add(currency, owner?.value.rateOn ?? null, -inWhole(weightOf(said, one), currency));
  }
  const all = [...sums.values()];
  const rates = all.map(({ currency, on }) => (currency === 'VND' ? 1 : rateOn(currency, on)));
  const unconverted = all.filter((_, index) => rates[index] === null);
  const byCurrency = Map.groupBy(all, ({ currency }) => currency);
  return {
    amount: unconverted.length
      ? null
      : tidy(all.reduce((total, one, index) => total + one.amount * rates[index]!, 0) / scale),
    money: [...byCurrency]
      .map(([currency, of]) => ({ currency, amount: tidy(of.reduce((total, one) => total + one.amount, 0)) }))
      .sort((a, b) =>
        a.currency === 'VND' ? -1 : b.currency === 'VND' ? 1 : a.currency < b.currency ? -1 : 1,
      ),
    unconverted: unconverted.map(({ currency, on }) => ({ currency, on })),
  };
}

const namedSum = (value: IndicatorValue): number =>
  value.counted.reduce((all, { amount }) => all + (amount ?? 0), 0);

/**
 * What leaving a thing out takes off: one where the agency counted things, its amount where the agency's figure is
 * the sum of amounts.
 */
function weightOf(said: readonly ToldValue[], one: LeftOut): number {
  if (one.index === null) return one.amount ?? 0;
  const value = said.find(({ agencyReportId }) => agencyReportId === one.agencyReportId)?.value;
  const thing = value?.counted[one.index];
  if (!value || !thing) return 0;
  if (thing.amount === null) return value.currency ? 0 : 1;
  if (value.currency) return thing.amount;
  return (value.amount ?? value.counted.length) === value.counted.length ? 1 : thing.amount;
}

/**
 * Totals of periods that follow each other as one: flows and the parts of ratios add up, a stock is what the last
 * period says. Distinct things cannot be added over periods from their totals alone: null.
 */
export function overPeriods(indicator: Indicator, totals: readonly Total[]): number | null {
  const known = totals.map(({ amount }) => amount).filter((amount) => amount !== null);
  if (!known.length) return null;
  if (indicator.rule === 'stock') return known.at(-1)!;
  if (indicator.rule === 'flow')
    return known.length === totals.length ? tidy(known.reduce((a, b) => a + b)) : null;
  if (indicator.rule === 'distinct') return null;
  const wholes = totals.reduce((all, { whole }) => all + (whole ?? 0), 0);
  return wholes ? tidy((known.reduce((a, b) => a + b) / wholes) * 100) : null;
}

/** A ratio in per cent; null while its whole is nothing. */
export const percentOf = ({ amount, whole }: Pick<Total, 'amount' | 'whole'>): number | null =>
  amount === null || !whole ? null : (amount / whole) * 100;
