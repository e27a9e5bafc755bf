import { expect, test } from 'vitest';
import { explainCount, type Holiday, makeCalendar } from '../index.ts';

const row = (date: string, kind: Holiday['kind']): Holiday => {
  return { date, name: 'Ngày nghỉ', kind, source: 'Thông báo', verified: true };
};
const tet = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((day) =>
  row(day, 'lunar'),
);
const calendar = makeCalendar([
  ...tet,
  row('2026-04-26', 'lunar'),
  row('2026-04-27', 'compensation'),
  row('2026-04-30', 'fixed'),
  row('2026-05-01', 'fixed'),
  row('2026-08-22', 'swap-work'),
  row('2026-11-24', 'fixed'),
  row('2027-01-01', 'fixed'),
]);

test.each([
  ['2026-11-20', '2026-11-26', 'còn 3 ngày làm việc, trừ 24/11'],
  ['2026-11-25', '2026-11-27', 'còn 2 ngày làm việc'],
  ['2026-11-27', '2026-11-30', 'còn 1 ngày làm việc'],
  ['2026-02-13', '2026-02-24', 'còn 2 ngày làm việc, trừ 16/2–20/2'],
  ['2026-02-13', '2026-05-04', 'còn 48 ngày làm việc, trừ 16/2–20/2, 27/4 và 30/4–1/5'],
  ['2026-02-13', '2026-09-04', 'còn 138 ngày làm việc, trừ 8 ngày nghỉ, tính cả 1 ngày làm bù'],
  ['2026-12-30', '2027-01-04', 'còn 2 ngày làm việc, trừ 1/1/2027'],
  ['2026-08-21', '2026-08-24', 'còn 2 ngày làm việc, tính cả ngày làm bù 22/8'],
  ['2026-11-26', '2026-11-26', 'hết hạn hôm nay'],
  ['2026-11-26', '2026-11-23', 'quá hạn 2 ngày làm việc, trừ 24/11'],
  ['2027-12-30', '2028-01-04', 'còn 3 ngày làm việc, chưa có lịch nghỉ năm 2028'],
  ['2028-01-03', '2029-01-03', 'còn 262 ngày làm việc, chưa có lịch nghỉ năm 2028–2029'],
])('%s → %s: %s', (today, due, sentence) => {
  expect(explainCount(calendar, today, due)).toBe(sentence);
});
