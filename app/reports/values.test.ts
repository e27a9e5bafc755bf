import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Indicator, IndicatorValue } from './indicator.contract.ts';
import { receiptHash } from './receipt.ts';
import { isGiven, valuesNow } from './values.ts';

const indicator = (key: string, rule: Indicator['rule'] = 'flow'): Indicator => ({
  key,
  name: key,
  unit: 'cuộc',
  rule,
  isMoney: false,
  slot: null,
  computedBy: null,
});
const value = (key: string, amount: number | null, isComputed: boolean): IndicatorValue => ({
  indicator: key,
  amount,
  whole: null,
  currency: null,
  rateOn: null,
  counted: [],
  isComputed,
  source: '',
});
const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
const amounts = fc.option(fc.integer(), { nil: null });

test('what is typed stays, what is marked computed is what the program computes', () => {
  fc.assert(
    fc.property(keys, fc.array(fc.tuple(keys, amounts, fc.boolean())), amounts, (asked, said, made) => {
      const saved = said.flatMap(([names, amount, isComputed]) =>
        names.map((name) => value(name, amount, isComputed)),
      );
      const computed = new Map([['a', { amount: made, whole: null, counted: [] }]]);
      const now = valuesNow(
        asked.map((key) => indicator(key)),
        saved,
        computed,
      );
      expect(now.map((one) => one.indicator)).toEqual(asked);
      for (const one of now)
        if (one.isComputed) expect([one.indicator, one.amount]).toEqual(['a', made]);
        else {
          const own = saved.findLast((other) => other.indicator === one.indicator);
          expect(one.amount).toBe(own && !own.isComputed ? own.amount : null);
        }
    }),
  );
});

test('a ratio is given when both its parts are', () => {
  expect(isGiven(indicator('a', 'ratio'), value('a', 3, false))).toBe(false);
  expect(isGiven(indicator('a', 'ratio'), { ...value('a', 3, false), whole: 4 })).toBe(true);
  expect(isGiven(indicator('a'), value('a', 0, false))).toBe(true);
  expect(isGiven(indicator('a'), undefined)).toBe(false);
});

test('a receipt of what was filed before figures and register rows is the same today', () => {
  const source = { dutyId: '7a1e3c70-0000-4000-8000-000000000001', progressEntryId: null };
  const old = { id: source.dutyId, slot: 'I', text: 'Đã làm.', sources: [source] };
  // sha256 of [["I","Đã làm.",[["7a1e3c70-…",null]]]] as filings of 2026-11-22 have it
  expect(receiptHash([old])).toBe('c0140cb7b9e3491bcd74c8b21894396bf2ad8d517525a17f65998be8281664ed');
  expect(receiptHash([old], [value('a', 1, false)])).not.toBe(receiptHash([old]));
  const record = { register: 'aid', id: source.dutyId, title: 'Dự án nước sạch' };
  expect(receiptHash([{ ...old, records: [record] }])).not.toBe(receiptHash([old]));
});
