import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkWords } from './check.words.ts';
import { checkReport, type Finding } from './check-report.ts';
import type { Indicator, IndicatorValue } from './indicator.contract.ts';
import { asParagraph, type DefinitionContent, type Slot } from './report.ts';

const indicator = (key: string, more: Partial<Indicator> = {}): Indicator => ({
  key,
  name: key,
  unit: 'đoàn',
  rule: 'flow',
  isMoney: false,
  slot: null,
  computedBy: null,
  ...more,
});
const value = (key: string, amount: number | null, more: Partial<IndicatorValue> = {}): IndicatorValue => ({
  indicator: key,
  amount,
  whole: null,
  currency: null,
  rateOn: null,
  counted: [],
  isComputed: false,
  source: 'Sổ theo dõi đoàn',
  ...more,
});
const slot = (key: string, more: Partial<Slot> = {}): Slot => ({
  key,
  level: 1,
  heading: key,
  writes: true,
  takes: null,
  question: '',
  maxWords: null,
  isRequired: false,
  rows: [],
  ...more,
});
const paragraph = (at: string, text: string) =>
  asParagraph({ id: crypto.randomUUID(), slot: at, text, sources: [] });
const nothing = { last: null, within: [] };
const rules = (found: Finding[]) => found.map(({ rule, level }) => `${level} ${rule}`);
const figures = (
  checks: DefinitionContent['checks'],
  values: IndicatorValue[],
  before: Parameters<typeof checkReport>[2] = nothing,
) =>
  rules(
    checkReport(
      { slots: [], indicators: [indicator('a'), indicator('b'), indicator('c')], checks },
      { paragraphs: [], values },
      before,
    ),
  );

test('a heading that is required, one that is too long, words said twice', () => {
  const slots = [slot('I', { isRequired: true }), slot('II', { maxWords: 10 }), slot('III')];
  const long = 'Tổ chức 01 hội nghị tuyên truyền tại Ninh Kiều với 120 đại biểu';
  const paragraphs = [paragraph('II', long), paragraph('III', `${long}.`), paragraph('I', '  ')];
  expect(
    rules(checkReport({ slots, indicators: [], checks: [] }, { paragraphs, values: [] }, nothing)),
  ).toEqual(['error required-slot', 'error too-long', 'note said-twice']);
});

test('a figure needs its source, money its currency, a thing counts once, a part is within its whole', () => {
  const of = (one: Indicator, said: IndicatorValue) =>
    rules(
      checkReport({ slots: [], indicators: [one], checks: [] }, { paragraphs: [], values: [said] }, nothing),
    );
  expect(of(indicator('a'), value('a', 3, { source: ' ' }))).toEqual(['error no-source']);
  expect(of(indicator('a'), value('a', 3, { source: '', isComputed: true }))).toEqual([]);
  expect(of(indicator('a', { isMoney: true }), value('a', 3))).toEqual(['error no-currency']);
  const counted = ['Dự án nước sạch', 'Dự án nước sạch ', 'Khác'].map((name) => ({
    key: null,
    name,
    on: null,
    amount: null,
    record: null,
  }));
  expect(of(indicator('a'), value('a', 3, { counted }))).toEqual(['error counted-twice']);
  const ratio = indicator('a', { rule: 'ratio' });
  expect(of(ratio, value('a', 5, { whole: 4 }))).toEqual(['error part-above-whole']);
});

test('declared checks: required, part within whole, sum of parts, year over half-year, outlier with its reason', () => {
  expect(figures([{ kind: 'required', indicator: 'a' }], [])).toEqual(['error required-figure']);
  expect(figures([{ kind: 'required', indicator: 'a' }], [value('a', 0)])).toEqual([]);
  const most = [{ kind: 'at-most', indicator: 'a', whole: 'b' } as const];
  expect(figures(most, [value('a', 3), value('b', 2)])).toEqual(['error at-most']);
  const covers = [{ kind: 'covers', indicator: 'a' } as const];
  const within = [{ name: '6 tháng đầu năm 2026', values: [value('a', 7)] }];
  expect(figures(covers, [value('a', 6)], { last: null, within })).toEqual(['error covers']);
  expect(figures(covers, [value('a', 7)], { last: null, within })).toEqual([]);
  const outlier = [{ kind: 'outlier', indicator: 'a', percent: 50 } as const];
  const last = { name: 'Năm 2025', values: [value('a', 10)] };
  expect(figures(outlier, [value('a', 15)], { last, within: [] })).toEqual([]);
  expect(figures(outlier, [value('a', 16)], { last, within: [] })).toEqual(['error outlier']);
  const explained = value('a', 16, { explanation: 'Năm APEC' });
  expect(figures(outlier, [explained], { last, within: [] })).toEqual([]);
});

test('a total that is the sum of its parts passes, any other does not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer(),
      (b, c, off) => {
        const checks = [{ kind: 'adds-up' as const, indicator: 'a', parts: ['b', 'c'] }];
        const found = figures(checks, [value('a', b + c + off), value('b', b), value('c', c)]);
        expect(found).toEqual(off === 0 ? [] : ['error adds-up']);
      },
    ),
  );
});

test('every rule says in words what does not hold and what to do', () => {
  const facts = {
    amount: 1,
    whole: 2,
    words: 3,
    most: 2,
    name: 'x',
    other: 'I',
    sum: 4,
    was: 5,
    percent: 10,
  };
  for (const language of ['vi', 'en'] as const)
    for (const say of Object.values(checkWords[language])) expect(say(facts)).toMatch(/^[^:]+: .+\.$/);
});
