import { expect, test } from 'vitest';
import { fulfils } from '../where.ts';
import { date } from './date.ts';
import { number } from './number.ts';
import { table } from './table.ts';
import { text } from './text.ts';

const programme = table('Chương trình', 'Programme', {
  columns: {
    day: date('Ngày', 'Day', { required: true }),
    what: text('Nội dung', 'What'),
    people: number('Số người', 'People'),
  },
});
const book = { find: () => ({ value: null }) };
const cell = (words: string) => programme.fromCells([words], book);
const line = (day: string | null, what: string | null, people: number | null = null) => ({
  day,
  what,
  people,
});

test('a cell of a book holds a line a row, its columns between bars, days as offices write them', () => {
  expect(cell('5/2/2027 | Chào xã giao | 1.060\n\n06/02/2027 | | ')).toEqual({
    value: [line('2027-02-05', 'Chào xã giao', 1060), line('2027-02-06', null)],
  });
  expect(programme.toCells([line('2027-02-05', 'Chào | tiễn', 12)], () => '')).toEqual([
    '05/02/2027 | Chào / tiễn | 12',
  ]);
});

test('old prose without bars is a day and words; nothing of it is lost', () => {
  expect(cell('Ngày 12/3/2027: 8 giờ chào xã giao; 14 giờ thăm\n- tiễn đoàn')).toEqual({
    value: [line('2027-03-12', '8 giờ chào xã giao; 14 giờ thăm'), line(null, 'tiễn đoàn')].map((one, at) =>
      at ? { ...one, what: '- tiễn đoàn' } : one,
    ),
  });
  // So does what a column held before it was a table, in a row and in its history.
  expect(programme.fromColumns(['Đón đoàn'])).toEqual([line(null, 'Đón đoàn')]);
  expect(programme.show('Đón đoàn' as never, () => '', 'vi')).toBe('Đón đoàn');
});

test('a fault names its line and column; empty lines are passed over', () => {
  expect(programme.parse([line('2027-02-05', 'a'), line('x', 'b')])).toMatchObject({
    fault: expect.stringMatching(/^Dòng 2: Ngày: /),
  });
  expect(programme.parse([line(null, 'thăm')])).toEqual({ fault: 'Dòng 1: cần có ngày.' });
  expect(programme.parse([line(null, ' ')])).toEqual({ value: null });
});

test('a condition by amount: of a number, and of money in one currency alone', () => {
  const money = (amount: number, currency: string) => ({
    cost: { amount, currency, rateOn: null },
    people: amount,
  });
  const where = { cost: { atMost: 1_000, currency: 'VND' }, people: { atLeast: 10 } };
  expect(fulfils(where, money(1_000, 'VND'))).toBe(true);
  for (const row of [money(1_001, 'VND'), money(9, 'VND'), money(500, 'USD'), {}])
    expect([row, fulfils(where, row)]).toEqual([row, false]);
});
