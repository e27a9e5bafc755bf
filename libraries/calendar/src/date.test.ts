import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  findDate,
  isDate,
  lastDayOfMonth,
  showDate,
  weekday,
} from '../index.ts';

const anyDay = fc.integer({ min: 0, max: 900_000 }).map((days) => addDays('0101-01-01', days));

describe('dates', () => {
  test('only days that exist are dates', () => {
    expect(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'].every(isDate)).toBe(true);
    const wrong = [
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-6-1',
      '31/12/2026',
      '0000-01-01',
      '',
      20261124,
      null,
    ];
    expect(wrong.filter(isDate)).toEqual([]);
    expect(findDate(2026, 6, 31)).toBeNull();
  });

  test('weekdays known from the calendar on the wall', () => {
    expect(weekday('2026-11-19')).toBe(4);
    expect(weekday('2026-04-26')).toBe(7);
    expect(weekday('2000-01-01')).toBe(6);
    expect(weekday('0001-01-01')).toBe(1);
  });

  test('steps over ends of months and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -13)).toBe('2025-02-28');
    expect(lastDayOfMonth(2028, 2)).toBe('2028-02-29');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  test('there and back, and in step with the clock of the platform', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const later = addDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
        expect(addDays(later, -days)).toBe(date);
        expect(Math.sign(compareDates(later, date))).toBe(Math.sign(days));
        const byClock = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
        expect([later, weekday(later) % 7]).toEqual([
          byClock.toISOString().slice(0, 10),
          byClock.getUTCDay(),
        ]);
      }),
    );
  });

  test('shown as people read it', () => {
    expect(showDate('2026-02-05')).toBe('05/02/2026');
    expect(() => showDate('2026-02-31')).toThrow(RangeError);
  });
});
