import { expect, test } from 'vitest';
import type { Indicator } from '#app/reports/indicator.contract.ts';
import type { Total } from '../totals/total.ts';
import { type Before, sentenceOf } from './since-last.ts';

const guests: Indicator = {
  key: 'doan-vao',
  name: 'Đoàn vào',
  unit: 'đoàn',
  rule: 'flow',
  isMoney: false,
  slot: null,
  computedBy: null,
};
const onTime: Indicator = { ...guests, key: 'y', name: 'Ý kiến trả lời đúng hạn', unit: '%', rule: 'ratio' };
const total = (amount: number | null, more: Partial<Total> = {}): Total => ({
  indicator: 'x',
  amount,
  whole: null,
  money: [],
  unconverted: [],
  agencies: 1,
  folded: 0,
  leftOut: 0,
  ...more,
});
const before = (key: string, was: Total): Before => ({
  name: '6 tháng cuối năm 2025',
  totals: new Map([[key, was]]),
});

test.each([
  [23, total(18), 'Đoàn vào: 23 đoàn, tăng 05 đoàn (27,8%) so với 6 tháng cuối năm 2025.'],
  [9, total(18), 'Đoàn vào: 09 đoàn, giảm 09 đoàn (50%) so với 6 tháng cuối năm 2025.'],
  [18, total(18), 'Đoàn vào: 18 đoàn, không thay đổi so với 6 tháng cuối năm 2025.'],
  [4, total(0), 'Đoàn vào: 04 đoàn, tăng 04 đoàn so với 6 tháng cuối năm 2025.'],
  [4, total(null), 'Đoàn vào: 04 đoàn; kỳ trước chưa có số liệu để so sánh.'],
  [null, total(18), 'Đoàn vào: kỳ này chưa có số liệu; 6 tháng cuối năm 2025 là 18 đoàn.'],
  [null, total(null), null],
])('%s now: %o before', (now, was, expected) => {
  expect(sentenceOf(guests, total(now), before('doan-vao', was))).toBe(expected);
});

test('without a period before the figure stands alone; a ratio moves in points', () => {
  expect(sentenceOf(guests, total(23), null)).toBe('Đoàn vào: 23 đoàn.');
  expect(sentenceOf(onTime, total(50, { whole: 57 }), before('y', total(40, { whole: 50 })))).toBe(
    'Ý kiến trả lời đúng hạn: 87,7% (50/57), tăng 7,7 điểm phần trăm so với 6 tháng cuối năm 2025.',
  );
});
