import type { Indicator, IndicatorValue } from './indicator.contract.ts';
import type { DefinitionContent, Paragraph, ReportContent, Slot } from './report.ts';
import { isGiven } from './values.ts';

/** What was filed before: the period of the same kind before this one, and shorter ones within its window. */
export type FiledBefore = {
  last: { name: string; values: readonly IndicatorValue[] } | null;
  within: readonly { name: string; values: readonly IndicatorValue[] }[];
};

/**
 * Something a report says that does not hold. An `error` keeps it from being filed; a `note` is shown and may stand.
 * `rule` and `facts` become words in check.words.ts.
 */
export type Finding = {
  level: 'error' | 'note';
  field: { slot: string } | { indicator: string };
  rule:
    | 'required-slot'
    | 'required-figure'
    | 'too-long'
    | 'said-twice'
    | 'counted-twice'
    | 'part-above-whole'
    | 'no-currency'
    | 'no-source'
    | 'at-most'
    | 'adds-up'
    | 'covers'
    | 'outlier';
  facts: Record<string, string | number>;
};

type Checked = Pick<DefinitionContent, 'slots' | 'indicators' | 'checks'>;

/** Everything the declared checks, the word limits and plain sense find in a report. */
export function checkReport(
  definition: Checked,
  content: Pick<ReportContent, 'paragraphs' | 'values'>,
  before: FiledBefore,
): Finding[] {
  const values = new Map(content.values.map((value) => [value.indicator, value]));
  return [
    ...definition.slots.flatMap((slot) => checkSlot(slot, content.paragraphs)),
    ...saidTwice(content.paragraphs),
    ...definition.indicators.flatMap((indicator) => checkFigure(indicator, values.get(indicator.key))),
    ...definition.checks.flatMap((check) => declared(check, definition.indicators, values, before)),
  ];
}

export const blocks = (findings: readonly Finding[]): boolean =>
  findings.some((one) => one.level === 'error');

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

function checkSlot(slot: Slot, paragraphs: readonly Paragraph[]): Finding[] {
  const own = paragraphs.filter((one) => one.slot === slot.key && one.text.trim());
  const field = { slot: slot.key };
  const words = own.reduce((sum, one) => sum + countWords(one.text), 0);
  const found: Finding[] = [];
  if (slot.isRequired && !own.length) found.push({ level: 'error', field, rule: 'required-slot', facts: {} });
  if (slot.maxWords && words > slot.maxWords)
    found.push({ level: 'error', field, rule: 'too-long', facts: { words, most: slot.maxWords } });
  return found;
}

function saidTwice(paragraphs: readonly Paragraph[]): Finding[] {
  const seen = new Map<string, Paragraph>();
  return paragraphs.flatMap((one) => {
    const words = one.text
      .toLocaleLowerCase('vi')
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim();
    if (countWords(words) < 4) return [];
    const first = seen.get(words);
    if (!first) seen.set(words, one);
    return first
      ? [
          {
            level: 'note',
            field: { slot: one.slot },
            rule: 'said-twice',
            facts: { other: first.slot },
          } as const,
        ]
      : [];
  });
}

function checkFigure(indicator: Indicator, value: IndicatorValue | undefined): Finding[] {
  const field = { indicator: indicator.key };
  const find = (level: Finding['level'], rule: Finding['rule'], facts: Finding['facts'] = {}): Finding => ({
    level,
    field,
    rule,
    facts,
  });
  if (!value || value.amount === null) return [];
  const found: Finding[] = [];
  const { amount, whole } = value;
  if (indicator.rule === 'ratio' && whole !== null && amount > whole)
    found.push(find('error', 'part-above-whole', { amount, whole }));
  if (indicator.isMoney && !value.currency) found.push(find('error', 'no-currency'));
  if (!value.isComputed && !value.source.trim()) found.push(find('error', 'no-source'));
  const names = value.counted.map((one) => (one.key ?? one.name).toLocaleLowerCase('vi').trim());
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) found.push(find('error', 'counted-twice', { name: twice }));
  return found;
}

type Values = ReadonlyMap<string, IndicatorValue>;

function declared(
  check: DefinitionContent['checks'][number],
  indicators: readonly Indicator[],
  values: Values,
  before: FiledBefore,
): Finding[] {
  const indicator = indicators.find((one) => one.key === check.indicator);
  if (!indicator) return [];
  const value = values.get(indicator.key);
  const find = (rule: Finding['rule'], facts: Finding['facts'] = {}): Finding[] => [
    { level: 'error', field: { indicator: indicator.key }, rule, facts },
  ];
  const nameOf = (key: string) => indicators.find((one) => one.key === key)?.name ?? key;
  if (check.kind === 'required') return isGiven(indicator, value) ? [] : find('required-figure');
  if (value?.amount == null) return [];
  const { amount } = value;
  switch (check.kind) {
    case 'at-most': {
      const whole = values.get(check.whole)?.amount;
      return whole != null && amount > whole
        ? find('at-most', { amount, whole, name: nameOf(check.whole) })
        : [];
    }
    case 'adds-up': {
      const parts = check.parts.map((key) => values.get(key)?.amount);
      if (parts.some((part) => part == null)) return [];
      const sum = parts.reduce<number>((a, b) => a + b!, 0);
      return Math.abs(sum - amount) > 1e-9 * Math.max(1, Math.abs(sum))
        ? find('adds-up', { amount, sum })
        : [];
    }
    case 'covers': {
      const more = before.within
        .map((one) => ({ name: one.name, was: amountIn(one.values, indicator.key) }))
        .find(({ was }) => was !== null && was > amount);
      return more ? find('covers', { amount, was: more.was!, period: more.name }) : [];
    }
    case 'outlier': {
      const was = before.last && amountIn(before.last.values, indicator.key);
      if (was == null || value.explanation?.trim() || isWithin(amount, was, check.percent)) return [];
      return find('outlier', { amount, was, percent: check.percent, period: before.last!.name });
    }
  }
}

const amountIn = (values: readonly IndicatorValue[], key: string): number | null =>
  values.find((value) => value.indicator === key)?.amount ?? null;

/** No further from what it was than so many percent of it. */
const isWithin = (amount: number, was: number, percent: number): boolean =>
  Math.abs(amount - was) * 100 <= percent * Math.abs(was);
