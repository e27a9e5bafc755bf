import { expect, test } from 'vitest';
import { readProgress } from './read-progress.ts';
import type { Cell } from './sheet-grid.ts';

const cases: [Cell, string | null, (number | null)?, (string | null)?][] = [
  ['70%', 'going', 70],
  [0.7, 'going', 70],
  [1, 'done', 100],
  [45, 'going', 45],
  ['Đạt 62,5% kế hoạch', 'going', 62.5],
  ['Hoàn thành 70%', 'going', 70],
  ['Hoàn thành 100%', 'done', 100],
  ['0%', 'none', 0],
  ['Hoàn thành', 'done'],
  ['ĐÃ HOÀN THÀNH', 'done'],
  ['Đã xong 12/3/2026', 'done', null, '2026-03-12'],
  ['Xong ngày 05-10', 'done', null, '2026-10-05'],
  // Of the days without a year, the latest that has come.
  ['Đã hoàn thành 25/12', 'done', null, '2025-12-25'],
  ['Hoàn thành 30/12/2026', 'going', null, null],
  ['Dự kiến hoàn thành 15/12/2026', 'going'],
  ['Cơ bản hoàn thành', 'going'],
  ['Chưa hoàn thành', 'going'],
  ['Đang thực hiện', 'going'],
  ['Đang làm, đã xong bước 1', 'going'],
  ['Chưa thực hiện', 'none'],
  ['Chưa triển khai', 'none'],
  ['Đã họp 01/11/2026, chưa có kết quả', 'going', null, '2026-11-01'],
  [new Date('2026-10-02T00:00:00Z'), 'going', null, '2026-10-02'],
  ['Theo kế hoạch 12/KH-UBND', 'going', null, null],
  ['', null],
  ['-', null],
  [null, null],
];

test.each(cases)('%s → %s', (cell, said, percent = null, doneOn = null) => {
  const read = readProgress(cell, '2026-11-23');
  expect(read && [read.said, read.percent, read.doneOn]).toEqual(said && [said, percent, doneOn]);
});
