import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Holiday, makeCalendar, weekday } from '../index.ts';

const row = (date: string, kind: Holiday['kind'] = 'fixed', verified = true): Holiday => {
  return { date, name: `Ngày ${date}`, kind, source: 'Nghị quyết 28/2026/QH16', verified };
};
const cultureDay = makeCalendar([row('2026-11-24')]);

// Any table over 2020–2035: days off anywhere, some Saturdays worked.
const dayOf2020To2035 = fc.integer({ min: 0, max: 5843 }).map((days) => addDays('2020-01-01', days));
const tables = fc.uniqueArray(dayOf2020To2035, { maxLength: 300 }).map((days) =>
  days.map((day, at) => {
    const isWorkedSaturday = weekday(day) === 6 && at % 2 === 0;
    return row(day, isWorkedSaturday ? 'swap-work' : 'fixed', at % 3 > 0);
  }),
);
const calendars = tables.map((rows) => makeCalendar(rows));
const fewDays = fc.integer({ min: 1, max: 120 });

describe('working days', () => {
  test('24/11 moves a late-November term by a day', () => {
    expect(cultureDay.addWorkingDays('2026-11-19', 7)).toBe('2026-12-01');
    expect(makeCalendar([]).addWorkingDays('2026-11-19', 7)).toBe('2026-11-30');
  });

  test('the first day is not counted, even when it is worked', () => {
    expect(cultureDay.addWorkingDays('2026-11-23', 1)).toBe('2026-11-25');
    expect(cultureDay.addWorkingDays('2026-11-21', 1)).toBe('2026-11-23');
    expect(cultureDay.countWorkingDays('2026-11-23', '2026-11-23')).toBe(0);
  });

  test('a last day off moves on; a worked one stays', () => {
    expect(cultureDay.settle('2026-11-24')).toBe('2026-11-25');
    expect(cultureDay.settle('2026-11-28')).toBe('2026-11-30');
    expect(cultureDay.settle('2026-11-27')).toBe('2026-11-27');
    expect(cultureDay.addWorkingDays('2026-11-28', 0)).toBe('2026-11-30');
  });

  test('a worked Saturday counts, and the Monday given for it does not', () => {
    const calendar = makeCalendar([row('2026-08-31', 'swap-off'), row('2026-08-22', 'swap-work')]);
    expect(calendar.isWorkingDay('2026-08-22')).toBe(true);
    expect(calendar.isWorkingDay('2026-08-31')).toBe(false);
    expect(calendar.countWorkingDays('2026-08-21', '2026-08-24')).toBe(2);
  });

  test('backwards: five working days before Thursday 26/11/2026', () => {
    expect(cultureDay.addWorkingDays('2026-11-26', -5)).toBe('2026-11-18');
    expect(cultureDay.countWorkingDays('2026-11-26', '2026-11-18')).toBe(-5);
  });

  test('other rest days: Sunday only', () => {
    const calendar = makeCalendar([], [7]);
    expect(calendar.countWorkingDays('2026-11-20', '2026-11-27')).toBe(6);
  });

  test('a table that cannot be used is refused in words', () => {
    expect(() => makeCalendar([row('2026-11-31')])).toThrow('“2026-11-31” không phải là một ngày');
    expect(() => cultureDay.addWorkingDays('2026-11-19', 1.5)).toThrow(RangeError);
    expect(() => cultureDay.isWorkingDay('19/11/2026')).toThrow(RangeError);
  });

  test('what a count stands on: coverage and rows not verified', () => {
    const calendar = makeCalendar([row('2027-02-05', 'lunar', false), row('2026-11-24')]);
    expect(calendar.years).toEqual({ first: 2026, last: 2027 });
    expect(calendar.unverified('2026-11-01', '2027-03-01').map(({ date }) => date)).toEqual(['2027-02-05']);
    expect(calendar.findHoliday('2026-11-24')?.kind).toBe('fixed');
    expect(calendar.findHoliday('2026-11-25')).toBeNull();
  });
});

describe('laws over any table, 2020–2035', () => {
  test('adding n working days, then counting, gives n; both ways', () => {
    fc.assert(
      fc.property(calendars, dayOf2020To2035, fewDays, (calendar, from, n) => {
        expect(calendar.countWorkingDays(from, calendar.addWorkingDays(from, n))).toBe(n);
        expect(calendar.countWorkingDays(from, calendar.addWorkingDays(from, -n))).toBe(-n);
      }),
    );
  });

  test('never lands on a day off', () => {
    fc.assert(
      fc.property(calendars, dayOf2020To2035, fc.integer({ min: -60, max: 60 }), (calendar, from, n) => {
        expect(calendar.isWorkingDay(calendar.addWorkingDays(from, n))).toBe(true);
      }),
    );
  });

  test('monotone in the days added and in the day begun', () => {
    fc.assert(
      fc.property(calendars, dayOf2020To2035, fewDays, (calendar, from, n) => {
        const due = calendar.addWorkingDays(from, n);
        expect(calendar.addWorkingDays(from, n + 1) > due).toBe(true);
        expect(calendar.addWorkingDays(addDays(from, 1), n) >= due).toBe(true);
      }),
    );
  });

  test('counts add up, and agree with counting one day at a time', () => {
    fc.assert(
      fc.property(calendars, dayOf2020To2035, fewDays, fewDays, (calendar, from, one, two) => {
        const [middle, to] = [addDays(from, one), addDays(from, one + two)];
        const parts = calendar.countWorkingDays(from, middle) + calendar.countWorkingDays(middle, to);
        let oneByOne = 0;
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
          if (calendar.isWorkingDay(day)) oneByOne += 1;
        expect([parts, calendar.countWorkingDays(from, to)]).toEqual([oneByOne, oneByOne]);
      }),
    );
  });

  test('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(tables, dayOf2020To2035, fewDays, (rows, from, n) => {
        const turned = makeCalendar(rows.toReversed());
        expect(turned.addWorkingDays(from, n)).toBe(makeCalendar(rows).addWorkingDays(from, n));
      }),
    );
  });
});
