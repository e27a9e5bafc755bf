import { expect, test } from 'vitest';
import { box, byMiddle, stack, weight } from './graph-layout.ts';

test('boxes of all groups stand one under another without touching, each under its heading', () => {
  const { boxes, titles, height } = stack(
    [
      { title: 'Căn cứ', items: ['12-CT/TW', '108-KH/TU'] },
      { title: 'Không có gì', items: [] },
      { title: 'Nghị quyết', items: ['36-NQ/TW'] },
    ],
    10,
  );
  expect(titles.map((one) => one.title)).toEqual(['Căn cứ', 'Nghị quyết']);
  expect(boxes.map((one) => one.one)).toEqual(['12-CT/TW', '108-KH/TU', '36-NQ/TW']);
  for (let i = 1; i < boxes.length; i++)
    expect(boxes[i]!.y).toBeGreaterThanOrEqual(boxes[i - 1]!.y + box.height + box.gap);
  expect(titles[1]!.y).toBeGreaterThan(boxes[1]!.y + box.height);
  expect(boxes.at(-1)!.y + box.height).toBeLessThanOrEqual(height);
});

test('what is tied to upper boxes comes first; many mentions stay within the widest line', () => {
  expect(byMiddle(['b', 'a'], (one) => (one === 'a' ? [0, 1] : [4]))).toEqual(['a', 'b']);
  expect(weight(1)).toBeLessThan(weight(17));
  expect(weight(10_000)).toBe(6);
});
