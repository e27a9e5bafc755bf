import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  findPeriodOf,
  makeCalendar,
  periodName,
  reportWindow,
  shiftPeriod,
  windowRules,
} from '../index.ts';

describe('windows of data', () => {
  // Handbook 2.2: NĐ 09/2019 style, as provinces and NĐ 58/2022 print it.
  test.each([
    ['month', 2026, 1, '2025-12-15', '2026-01-14'],
    ['month', 2026, 3, '2026-02-15', '2026-03-14'],
    ['quarter', 2026, 1, '2025-12-15', '2026-03-14'],
    ['quarter', 2026, 4, '2026-09-15', '2026-12-14'],
    ['half-year', 2026, 1, '2025-12-15', '2026-06-14'],
    ['half-year', 2026, 2, '2026-06-15', '2026-12-14'],
    ['nine-months', 2026, 1, '2025-12-15', '2026-09-14'],
    ['year', 2026, 1, '2025-12-15', '2026-12-14'],
  ] as const)('15–14: %s %i/%i', (kind, year, index, from, to) => {
    expect(reportWindow(kind, year, index, '15-14')).toEqual({ from, to });
  });

  test('calendar windows, February too', () => {
    expect(reportWindow('month', 2028, 2, 'calendar')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(reportWindow('quarter', 2026, 3, 'calendar')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  });

  // Handbook 4.4: TT 23/2022/TT-BTC, the managing body's reports.
  test.each([
    ['month', 12, '2026-12-01', '2026-12-31', '2027-01-10'],
    ['half-year', 1, '2026-01-01', '2026-06-30', '2026-07-31'],
    ['half-year', 2, '2026-07-01', '2026-12-31', '2027-02-15'],
    ['year', 1, '2026-01-01', '2027-01-31', '2027-02-28'],
  ] as const)('aid finance: %s %i', (kind, index, from, to, sendBy) => {
    expect(reportWindow(kind, 2026, index, 'tt-23-2022')).toEqual({ from, to, sendBy });
  });

  test('a body with its own sending day copies a rule', () => {
    const khanhHoa = { ...windowRules['15-14'], sendBy: { workingDays: 2 } };
    const calendar = makeCalendar([]);
    expect(reportWindow('half-year', 2026, 1, khanhHoa, calendar).sendBy).toBe('2026-06-16');
    expect(reportWindow('half-year', 2026, 1, khanhHoa)).not.toHaveProperty('sendBy');
    const eighteenth = { ...windowRules['15-14'], sendBy: { month: 0, day: 18 } };
    expect(reportWindow('year', 2026, 1, eighteenth).sendBy).toBe('2026-12-18');
  });

  test('the period a day reports to', () => {
    expect(findPeriodOf('quarter', '2026-12-15', '15-14')).toEqual({ kind: 'quarter', year: 2027, index: 1 });
    expect(findPeriodOf('year', '2026-11-22', '15-14')).toEqual({ kind: 'year', year: 2026, index: 1 });
    expect(findPeriodOf('nine-months', '2026-10-01', '15-14')).toBeNull();
  });

  test('windows of one kind follow one another without gap or overlap', () => {
    const kinds = fc.constantFrom('month', 'quarter', 'half-year', 'year' as const);
    const rules = fc.constantFrom('15-14', 'calendar' as const);
    const starts = fc.record({
      kind: kinds,
      year: fc.integer({ min: 2020, max: 2035 }),
      index: fc.constant(1),
    });
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 40 }), rules, (start, steps, rule) => {
        const [one, next] = [shiftPeriod(start, steps), shiftPeriod(start, steps + 1)];
        const window = reportWindow(one.kind, one.year, one.index, rule);
        expect(reportWindow(next.kind, next.year, next.index, rule).from).toBe(addDays(window.to, 1));
        expect(findPeriodOf(one.kind, window.from, rule)).toEqual(one);
        expect(findPeriodOf(one.kind, window.to, rule)).toEqual(one);
      }),
    );
  });
});

test('periods as reports print them', () => {
  expect(periodName('month', 2026, 6)).toBe('Tháng 6 năm 2026');
  expect(periodName('quarter', 2026, 3)).toBe('Quý III năm 2026');
  expect(periodName('half-year', 2026, 1)).toBe('6 tháng đầu năm 2026');
  expect(periodName('half-year', 2026, 2)).toBe('6 tháng cuối năm 2026');
  expect(periodName('nine-months', 2026)).toBe('9 tháng đầu năm 2026');
  expect(periodName('year', 2026)).toBe('Năm 2026');
  expect(() => periodName('quarter', 2026, 5)).toThrow(RangeError);
  expect(shiftPeriod({ kind: 'quarter', year: 2026, index: 1 }, -1)).toEqual({
    kind: 'quarter',
    year: 2025,
    index: 4,
  });
});
