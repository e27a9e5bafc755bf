import { describe, expect, test } from 'vitest';
import { checkHolidays, type Holiday, makeCalendar, weekday } from '#libraries/calendar/index.ts';
import table from './holidays.json' with { type: 'json' };

const rows = table as Holiday[];
const years = Array.from({ length: 16 }, (_, at) => 2020 + at);
const dayOf = (name: string, year: number) =>
  rows.find((row) => row.name === name && row.date.startsWith(String(year)))?.date;

describe('holidays 2020–2035', () => {
  test('the table can be used', () => {
    expect(checkHolidays(rows)).toEqual([]);
    expect(makeCalendar(rows).years).toEqual({ first: 2020, last: 2035 });
  });

  test('lunar days as the handbook lists them, in Vietnamese time', () => {
    const tet = [2025, 2026, 2027, 2028, 2029, 2030, 2031].map((year) =>
      dayOf('Mùng 1 Tết Nguyên đán', year),
    );
    expect(tet).toEqual([
      '2025-01-29',
      '2026-02-17',
      '2027-02-06',
      '2028-01-26',
      '2029-02-13',
      '2030-02-02',
      '2031-01-23',
    ]);
    const hungKings = [2025, 2026, 2027, 2028, 2029, 2030].map((year) => dayOf('Giỗ Tổ Hùng Vương', year));
    expect(hungKings).toEqual([
      '2025-04-07',
      '2026-04-26',
      '2027-04-16',
      '2028-04-04',
      '2029-04-23',
      '2030-04-12',
    ]);
  });

  test('the days of the law, each year: 1/1, five of Tết, Giỗ Tổ, 30/4, 1/5, 2/9 and one beside it, 24/11', () => {
    const counts = years.map((year) => {
      const ofYear = rows.filter((row) => row.date.startsWith(String(year)));
      return ofYear.filter((row) => row.kind === 'fixed' || row.kind === 'lunar').length;
    });
    expect(counts).toEqual(years.map((year) => (year === 2020 ? 10 : year < 2026 ? 11 : 12)));
  });

  test('24/11 counts from 2026: seven working days from Thursday 19/11/2026 end on Tuesday 1/12', () => {
    const calendar = makeCalendar(rows);
    expect(calendar.isWorkingDay('2025-11-24')).toBe(true);
    expect(calendar.addWorkingDays('2026-11-19', 7)).toBe('2026-12-01');
    expect(calendar.findHoliday('2026-04-27')?.kind).toBe('compensation');
  });

  test('adding then counting agree for every day of the table', () => {
    const calendar = makeCalendar(rows);
    for (const { date } of rows)
      for (const n of [1, 5, 22, 250]) {
        const due = calendar.addWorkingDays(date, n);
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(calendar.countWorkingDays(date, due)).toBe(n);
      }
  });

  test('every holiday on a rest day has its compensation, except 24/11, which Điều 111 does not name', () => {
    const isLost = ({ date, kind, name }: Holiday) =>
      weekday(date) > 5 && (kind === 'fixed' || kind === 'lunar') && name !== 'Ngày Văn hóa Việt Nam';
    const lost = rows.filter(isLost).map(({ date }) => date.slice(0, 4));
    const given = rows.filter(({ kind }) => kind === 'compensation').map(({ date }) => date.slice(0, 4));
    expect(given).toEqual(lost);
  });
});
