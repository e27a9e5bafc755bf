import { expect, test } from 'vitest';
import { concludingSlots } from './conclusion.ts';

const slot = (key: string, heading: string, writes = true) => ({ key, heading, writes });

test('what concludes and what stands under it, else the last heading that is written under', () => {
  const outline = [
    slot('I', 'Tình hình chung'),
    slot('II', 'Kết quả', false),
    slot('II.1', 'Thông tin đối ngoại'),
    slot('III', 'Đánh giá', false),
    slot('III.1', 'Ưu điểm'),
    slot('III.2', 'Hạn chế'),
    slot('IV', 'Phương hướng kỳ tới'),
    slot('V', 'Kiến nghị, đề xuất'),
  ];
  expect(concludingSlots(outline).map(({ key }) => key)).toEqual(['III.1', 'III.2', 'V']);
  expect(concludingSlots(outline.slice(0, 3)).map(({ key }) => key)).toEqual(['II.1']);
  expect(concludingSlots([])).toEqual([]);
});
