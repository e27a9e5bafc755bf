import type { Indicator } from '#app/reports/indicator.contract.ts';
import type { DraftSentence } from '../sentence.ts';
import type { Total } from '../totals/total.ts';
import { type Before, sentenceOf } from './since-last.ts';

/**
 * One sentence for each indicator that was reported, now or in the period before, under its heading; under the first
 * heading that is written where the outline has none for it. Each stands on what the agencies say of it. `isOfPlan`: the
 * draft tells how the plan's duties stand by itself, each duty once; the sum over the agencies that share them is another
 * number under the same name, and is left to the page of figures.
 */
export function valueSentences(
  slots: readonly { key: string; writes: boolean }[],
  indicators: readonly Indicator[],
  totals: readonly Total[],
  before: Before | null,
  { isOfPlan = false }: { isOfPlan?: boolean } = {},
): DraftSentence[] {
  const writing = slots.filter(({ writes }) => writes).map(({ key }) => key);
  const byKey = new Map(totals.map((total) => [total.indicator, total]));
  return indicators.flatMap((indicator) => {
    if (isOfPlan && indicator.rule === 'stock' && indicator.computedBy?.startsWith('duties.')) return [];
    const slot = indicator.slot && writing.includes(indicator.slot) ? indicator.slot : writing[0];
    const total = byKey.get(indicator.key);
    const text = total && sentenceOf(indicator, total, before);
    if (!slot || !text) return [];
    return [{ slot, text, sources: [{ kind: 'values' as const, about: indicator.key }] }];
  });
}
