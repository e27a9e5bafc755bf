import { expect, test } from 'vitest';
import { showDay } from './show.ts';
import { typedDay } from './typed-day.ts';

test.each([
  ['5/3/2027', '2027-03-05'],
  ['05.03.2027', '2027-03-05'],
  [' 5 - 3 - 2027 ', '2027-03-05'],
  ['31122026', '2026-12-31'],
  ['2027-03-05', '2027-03-05'],
  ['29/2/2028', '2028-02-29'],
  ['29/2/2027', null],
  ['31/9/2026', null],
  ['12/31/2026', null],
  ['5/3', null],
  ['5/3/27', null],
  ['mai', null],
  ['', null],
])('%s is %s', (text, day) => expect(typedDay(text)).toBe(day));

test('what is shown can be typed again', () => {
  for (let n = 0; n < 4000; n++) {
    const day = new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
    expect(typedDay(showDay(day))).toBe(day);
  }
});
