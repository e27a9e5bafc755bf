import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Counted, Indicator, IndicatorValue } from '#app/reports/indicator.contract.ts';
import { sayTotal } from './say-total.ts';
import { overPeriods, ownFigure, percentOf, type ToldValue, totalOf } from './total.ts';

const indicator = (rule: Indicator['rule'], more: Partial<Indicator> = {}): Indicator => ({
  key: 'x',
  name: 'Đoàn vào',
  unit: 'đoàn',
  rule,
  isMoney: false,
  slot: null,
  computedBy: null,
  ...more,
});
const thing = (name: string, amount: number | null = null): Counted => ({
  key: null,
  name,
  on: null,
  amount,
  record: null,
});
const told = (agency: string, value: Partial<IndicatorValue>): ToldValue => ({
  agencyReportId: agency,
  agencyId: agency,
  agency,
  value: {
    indicator: 'x',
    amount: null,
    whole: null,
    currency: null,
    rateOn: null,
    counted: [],
    isComputed: false,
    source: '',
    ...value,
  },
});
const noRate = () => null;
const total = (of: Indicator, ...values: ToldValue[]) => totalOf(of, values, [], noRate);

const names = ['Lào', 'Pháp', 'Nhật Bản', 'Cuba', 'Đức'];
const anyCounted = fc
  .array(fc.constantFrom(...names), { maxLength: 5 })
  .map((of) => [...new Set(of)].map((name) => thing(name)));
const anyTold = fc
  .array(fc.record({ amount: fc.nat(1000), whole: fc.integer({ min: 1, max: 2000 }), counted: anyCounted }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((of) =>
    of.map((value, n) => told(`cơ quan ${n}`, { ...value, amount: Math.min(value.amount, value.whole) })),
  );
const anyRule = fc.constantFrom('flow' as const, 'stock' as const, 'distinct' as const, 'ratio' as const);

test('the order of agencies does not matter', () => {
  fc.assert(
    fc.property(anyRule, anyTold, fc.nat(), (rule, values, turn) => {
      const at = turn % values.length;
      const turned = [...values.slice(at), ...values.slice(0, at)].reverse();
      expect(total(indicator(rule), ...turned)).toEqual(total(indicator(rule), ...values));
    }),
  );
});

test('distinct things are never more than the sum, nor fewer than the most of one agency', () => {
  fc.assert(
    fc.property(anyTold, (values) => {
      const own = values.map(({ value }) => ownFigure(value)!);
      const { amount } = total(indicator('distinct'), ...values);
      expect(amount).toBeLessThanOrEqual(own.reduce((a, b) => a + b));
      expect(amount).toBeGreaterThanOrEqual(Math.max(...own));
    }),
  );
});

test('a ratio lies between the least and the greatest of its agencies: never a mean of per cents', () => {
  fc.assert(
    fc.property(anyTold, (values) => {
      const shares = values.map(({ value }) => (value.amount! / value.whole!) * 100);
      const share = percentOf(total(indicator('ratio'), ...values))!;
      expect(share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-6);
      expect(share).toBeLessThanOrEqual(Math.max(...shares) + 1e-6);
    }),
  );
  const two = total(
    indicator('ratio'),
    told('A', { amount: 1, whole: 1 }),
    told('B', { amount: 0, whole: 99 }),
  );
  expect(percentOf(two)).toBe(1);
});

test('two half-years make the year for flows; a stock is what the last of them says', () => {
  fc.assert(
    fc.property(anyTold, anyTold, (first, second) => {
      const [a, b] = [total(indicator('flow'), ...first), total(indicator('flow'), ...second)];
      const year = total(indicator('flow'), ...first, ...second);
      expect(overPeriods(indicator('flow'), [a, b])).toBeCloseTo(year.amount!);
      const stock = total(indicator('stock'), ...second);
      expect(overPeriods(indicator('stock'), [total(indicator('stock'), ...first), stock])).toBe(
        stock.amount,
      );
    }),
  );
});

test('dollars and dong are kept apart and turned into dong by the rate of their day', () => {
  const aid = indicator('flow', { unit: 'tỷ đồng', isMoney: true });
  const values = [
    told('A', { amount: 2, currency: 'VND' }),
    told('B', { amount: 1_060_000, currency: 'USD', rateOn: '2026-06-14' }),
  ];
  const rate = (currency: string, on: string | null) =>
    currency === 'USD' && on === '2026-06-14' ? 25_943.4 : null;
  const known = totalOf(aid, values, [], rate);
  expect(known.amount).toBeCloseTo(29.5, 3);
  expect(known.money).toEqual([
    { currency: 'VND', amount: 2e9 },
    { currency: 'USD', amount: 1_060_000 },
  ]);
  expect(sayTotal(aid, known)).toBe('2 tỷ đồng và 1,06 triệu USD (quy đổi 29,5 tỷ đồng)');
  const unknown = totalOf(aid, values, [], noRate);
  expect(unknown).toMatchObject({ amount: null, unconverted: [{ currency: 'USD', on: '2026-06-14' }] });
  expect(sayTotal(aid, unknown)).toBe('2 tỷ đồng và 1,06 triệu USD');
});

test('a thing decided to count once is taken off: as one, or by its amount', () => {
  const twice = [
    told('A', { amount: 2, counted: [thing('Dự án nước sạch', 5), thing('Dự án cầu', 3)] }),
    told('B', { amount: 1, counted: [thing('Nước sạch', 5)] }),
  ];
  const less = { agencyReportId: 'B', indicator: 'x', index: 0, amount: null, currency: null };
  expect(totalOf(indicator('flow'), twice, [less], noRate)).toMatchObject({ amount: 2, leftOut: 1 });
  const money = twice.map((one) => ({ ...one, value: { ...one.value, currency: 'VND', amount: null } }));
  const aid = indicator('flow', { unit: 'tỷ đồng', isMoney: true });
  expect(totalOf(aid, money, [], noRate).amount).toBe(13);
  expect(totalOf(aid, money, [less], noRate).amount).toBe(8);
  expect(totalOf(aid, money, [{ ...less, index: null, amount: 2 }], noRate).amount).toBe(11);
});

test('nobody said anything: no total, not nought', () => {
  expect(total(indicator('flow'), told('A', {}))).toMatchObject({ amount: null, agencies: 0 });
  expect(total(indicator('flow'), told('A', { amount: 0 }))).toMatchObject({ amount: 0, agencies: 1 });
});

test('one thing under two names counts once when a person has decided so; a sum taken off is taken off', () => {
  const values = [
    told('A', { amount: 1, counted: [thing('Đoàn tỉnh Khăm Muộn')] }),
    told('B', { amount: 3, counted: [thing('Đoàn Khăm Muộn, Lào'), thing('Đoàn Campuchia')] }),
  ];
  const of = (...leftOut: Parameters<typeof totalOf>[2]) =>
    totalOf(indicator('distinct'), values, leftOut, noRate).amount;
  const out = { agencyReportId: 'B', indicator: 'x', currency: null };
  expect(of()).toBe(4);
  expect(of({ ...out, index: 0, amount: null })).toBe(3);
  expect(of({ ...out, index: null, amount: 1 })).toBe(3);
});
