import type { Tx } from '#app/platform/database.ts';
import { dongInUnit } from '../dong-in-unit.ts';
import type { Asked, Computed, ComputedFigure, ReportFeeds } from '../feeds.ts';
import type { Indicator, IndicatorValue } from '../indicator.contract.ts';

export type ComputedValue = Pick<IndicatorValue, 'amount' | 'whole' | 'counted' | 'currency' | 'rateOn'>;

/** The figures of a definition that the program can compute, by indicator. One that no feed brings any more is typed. */
export async function computeValues(
  tx: Tx,
  feeds: ReportFeeds,
  indicators: readonly Indicator[],
  asked: Asked,
): Promise<Map<string, ComputedValue>> {
  const byName = new Map(feeds.figures.map((figure) => [figure.name, figure]));
  const made = new Map<string, ComputedValue>();
  for (const indicator of indicators) {
    const figure = indicator.computedBy && byName.get(indicator.computedBy);
    if (figure) made.set(indicator.key, inUnitOf(indicator, figure, asked, await figure.compute(tx, asked)));
  }
  return made;
}

/**
 * Dong as the indicator counts them: 36.500.000.000 are 36,5 where it asks for 'tỷ đồng'. Foreign money becomes dong
 * at the rate of the cut-off.
 */
function inUnitOf(
  indicator: Indicator,
  figure: ComputedFigure,
  { window }: Asked,
  made: Computed,
): ComputedValue {
  const currency = (indicator.isMoney && figure.currency) || null;
  if (figure.currency !== 'VND') return { ...made, currency, rateOn: currency && window.to };
  const scale = dongInUnit(figure.unit) / dongInUnit(indicator.unit);
  const scaled = (amount: number | null) => amount && Math.round(amount * scale * 1e6) / 1e6;
  return {
    amount: scaled(made.amount),
    whole: scaled(made.whole),
    counted: made.counted.map((thing) => ({ ...thing, amount: scaled(thing.amount) })),
    currency,
    rateOn: null,
  };
}
