import type { Indicator, IndicatorValue } from './indicator.contract.ts';

const nothingSaid = (indicator: string): IndicatorValue => ({
  indicator,
  amount: null,
  whole: null,
  currency: null,
  rateOn: null,
  counted: [],
  isComputed: false,
  source: '',
});

/**
 * What a report says of each of its indicators, in their order: what the agency typed stays; what the program
 * computes is what it computes now, never what somebody sends as computed; the rest says nothing yet.
 */
export function valuesNow(
  indicators: readonly Indicator[],
  saved: readonly IndicatorValue[],
  computed: ReadonlyMap<string, Partial<IndicatorValue>>,
): IndicatorValue[] {
  const said = new Map(saved.map((value) => [value.indicator, value]));
  return indicators.map(({ key }) => {
    const own = said.get(key);
    if (own && !own.isComputed) return own;
    const made = computed.get(key);
    if (made?.amount == null) return nothingSaid(key);
    const explained = own?.explanation ? { explanation: own.explanation } : {};
    return { ...nothingSaid(key), ...made, isComputed: true, ...explained };
  });
}

/** A figure is given: a ratio needs both of its parts. */
export const isGiven = ({ rule }: Pick<Indicator, 'rule'>, value: IndicatorValue | undefined): boolean =>
  value?.amount != null && (rule !== 'ratio' || value.whole != null);
