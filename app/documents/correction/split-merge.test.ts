import { expect, test } from 'vitest';
import { readDocument } from '#libraries/document/index.ts';
import { plan217 } from '../document.test-data.ts';
import { inTextOrder, type ReviewedDuty, reviewOf } from '../document.ts';
import { atWordEdge, maySplitAt, splitPoints } from '../reader/split-places.ts';
import { lostByMerging, nextDuty } from './merge-partner.ts';
import { mergeDuties, splitDuty } from './split-merge.ts';

const words =
  'KẾ HOẠCH\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Ngoại vụ chủ trì, phối hợp với Sở Tài chính xây dựng đề án trước ngày 15/4/2025; tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh.\n\n2. Đề nghị Hội Nông dân tuyên truyền hằng năm.\n';
const duties = () => reviewOf(readDocument(words)).duties;
const hand = { text: words, personId: 'p1' };
const at = words.indexOf(' tổng hợp');
const shown = (duty: ReviewedDuty) => words.slice(...duty.span);

test('both parts of a duty point at their own words and keep what both inherit', () => {
  const duty = { ...duties()[0]!, confirmed: true };
  const [first, second] = splitDuty(duty, at, 'd9', hand);
  expect([first.id, second.id]).toEqual([duty.id, 'd9']);
  expect(shown(first)).toMatch(/15\/4\/2025;$/);
  expect(shown(second)).toMatch(/^tổng hợp kết quả.*tỉnh\.$/);
  expect(second).toMatchObject({
    text: shown(second),
    start: 'tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh.',
  });
  expect([first.holders, second.holders]).toEqual([['Sở Ngoại vụ'], ['Sở Ngoại vụ']]);
  expect([first.coordinators, second.coordinators]).toEqual([['Sở Tài chính'], []]);
  expect([first.deadline?.text, second.deadline]).toEqual(['trước ngày 15/4/2025', null]);
  expect([first.confirmed, second.confirmed, second.added]).toEqual([false, false, true]);
});

test('a duty may be parted only between its words', () => {
  const duty = duties()[0]!;
  const inside = [duty.span[0] - 1, duty.span[0], duty.span[1] - 1, duty.span[1], at];
  expect(inside.map((place) => maySplitAt(duty, place, words))).toEqual([false, false, false, false, true]);
  expect(splitPoints(duty, words).map((place) => words.slice(place - 3, place))).toEqual([
    '25;',
    'rì,',
    'uả,',
  ]);
  expect(atWordEdge(at + 3, words)).toBe(at + 1);
});

test('merging with the next keeps the id, the words of both and the bodies of both', () => {
  const [one, two] = duties() as [ReviewedDuty, ReviewedDuty];
  const [merged, gone] = mergeDuties({ ...one, confirmed: true }, two, hand);
  expect(merged).toMatchObject({
    id: one.id,
    span: [one.span[0], two.span[1]],
    holders: ['Sở Ngoại vụ', 'Hội Nông dân'],
    coordinators: ['Sở Tài chính'],
    request: false,
    confirmed: false,
  });
  expect(merged.deadline).toEqual(one.deadline);
  expect(gone).toMatchObject({ id: two.id, removed: true });
  expect(lostByMerging(one, two)).toEqual(['deadline']);
});

test('the next duty is the next that is kept, in the order of the text', () => {
  const all = duties();
  expect(nextDuty(all, 'd1')?.id).toBe('d2');
  expect(
    nextDuty(
      all.map((duty) => ({ ...duty, removed: duty.id === 'd2' })),
      'd1',
    ),
  ).toBeUndefined();
});

test('all duties of Plan 217 split and merged anywhere keep spans inside the text and ids apart', () => {
  const text = plan217('plan-217.md').toString();
  const plan = reviewOf(readDocument(text)).duties;
  for (const duty of plan)
    for (const place of splitPoints(duty, text)) {
      const [first, second] = splitDuty(duty, place, 'd99', { text, personId: 'p1' });
      expect(first.span[0]).toBe(duty.span[0]);
      expect(second.span[1]).toBe(duty.span[1]);
      expect(first.span[1]).toBeLessThanOrEqual(second.span[0]);
      expect(text.slice(first.span[1], second.span[0]).trim()).toBe('');
      for (const part of [first, second]) {
        expect(part.holders.length).toBeGreaterThan(0);
        if (part.deadline?.span) expect(text.slice(...part.deadline.span)).toBe(part.deadline.text);
      }
      const [whole] = mergeDuties(first, second, { text, personId: 'p1' });
      expect([whole.span, whole.text, whole.holders]).toEqual([duty.span, duty.text, duty.holders]);
    }
  expect(inTextOrder(plan)).toHaveLength(27);
});
