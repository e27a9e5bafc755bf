import type { IndicatorValue } from './indicator.contract.ts';
import type { Paragraph } from './report.ts';

export type Compared = {
  slots: { slot: string; changes: { before: string | null; after: string | null }[] }[];
  values: { indicator: string; before: IndicatorValue | null; after: IndicatorValue | null }[];
};
type Filed = { paragraphs: readonly Paragraph[]; values: readonly IndicatorValue[] };

/**
 * What one filing changed in another: paragraphs by their id, under the heading they stand under now (those taken
 * out: where they stood); figures by their indicator. What is the same in both is left out.
 */
export function compareFiled(before: Filed, after: Filed): Compared {
  const was = new Map(before.paragraphs.map((one) => [one.id, one]));
  const is = new Map(after.paragraphs.map((one) => [one.id, one]));
  type Change = { slot: string; before: string | null; after: string | null };
  const changes: Change[] = [
    ...before.paragraphs
      .filter(({ id }) => !is.has(id))
      .map(({ slot, text }) => ({ slot, before: text, after: null })),
    ...after.paragraphs.flatMap(({ id, slot, text }): Change[] => {
      const old = was.get(id);
      if (!old) return [{ slot, before: null, after: text }];
      return old.text === text && old.slot === slot ? [] : [{ slot, before: old.text, after: text }];
    }),
  ];
  const said = (values: readonly IndicatorValue[], key: string) =>
    values.find((value) => value.indicator === key) ?? null;
  const keys = [...new Set([...before.values, ...after.values].map((value) => value.indicator))];
  return {
    slots: [...Map.groupBy(changes, (one) => one.slot)].map(([slot, own]) => ({
      slot,
      changes: own.map(({ before, after }) => ({ before, after })),
    })),
    values: keys
      .map((key) => ({ indicator: key, before: said(before.values, key), after: said(after.values, key) }))
      .filter((one) => tellsOf(one.before) !== tellsOf(one.after)),
  };
}

const tellsOf = (value: IndicatorValue | null): string =>
  value
    ? JSON.stringify([value.amount, value.whole, value.currency, value.rateOn, value.source, value.counted])
    : '';
