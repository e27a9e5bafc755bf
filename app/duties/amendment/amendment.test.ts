import { expect, test } from 'vitest';
import { faultOfPairs, pairDuties, relationAt } from './amendment.ts';

const said = (id: string, path: string, text: string, deadlineWords: string | null = null) => ({
  id,
  path,
  text,
  deadlineWords,
});
const old = [
  said('a', '1', 'Rà soát danh sách các đối tác nước ngoài của thành phố', 'trước ngày 15/12/2026'),
  said('b', '2', 'Tổ chức hội nghị tổng kết công tác đối ngoại nhân dân hằng năm'),
  said('c', '3', 'Xây dựng trang thông tin điện tử về hữu nghị'),
];

test('the same words keep a duty even in another place, other words or another day change it, the rest end or are new', () => {
  const fresh = [
    said('x', '5', 'Rà soát danh sách các đối tác nước ngoài của thành phố', 'trước ngày 15/12/2026'),
    said('y', '2', 'Tổ chức hội nghị sơ kết, tổng kết công tác đối ngoại nhân dân hằng năm'),
    said('z', '6', 'Tập huấn kỹ năng đối ngoại cho cán bộ cấp xã'),
  ];
  const fates = (relation: 'replaces' | 'amends') =>
    pairDuties(old, fresh, relation).map(({ oldId, newId, as }) => [oldId, newId, as]);
  expect(fates('replaces')).toEqual([
    ['a', 'x', 'kept'],
    ['b', 'y', 'changed'],
    ['c', null, 'withdrawn'],
    [null, 'z', 'new'],
  ]);
  expect(fates('amends')[2]).toEqual(['c', null, 'kept']);
});

test('another day alone changes a duty', () => {
  const fresh = [said('x', '1', old[0]!.text, 'trước ngày 31/12/2026')];
  expect(pairDuties(old.slice(0, 1), fresh, 'replaces')[0]!.as).toBe('changed');
});

test('each duty has exactly one fate that fits it', () => {
  const fits = [{ oldId: 'a', newId: 'x', as: 'kept' as const }];
  expect(faultOfPairs(fits, ['a'], ['x'])).toBeNull();
  expect(faultOfPairs(fits, ['a', 'b'], ['x'])).toMatch(/văn bản cũ/);
  expect(faultOfPairs(fits, ['a'], ['x', 'y'])).toMatch(/văn bản mới/);
  expect(faultOfPairs([{ oldId: 'a', newId: 'x', as: 'withdrawn' }], ['a'], ['x'])).toMatch(/chưa khớp/);
});

test('what a text does to a plan that it names', () => {
  const at = (text: string): [number, number] => [text.indexOf('217'), text.indexOf('217') + 11];
  for (const [text, relation] of [
    ['Kế hoạch này thay thế Kế hoạch số 217/KH-UBND ngày 21/10/2022', 'replaces'],
    ['Sửa đổi, bổ sung một số nội dung của Kế hoạch số 217/KH-UBND', 'amends'],
    ['Căn cứ Kế hoạch số 217/KH-UBND ngày 21/10/2022', null],
    ['Kế hoạch số 217/KH-UBND ngày 21/10/2022 hết hiệu lực kể từ ngày ký', 'replaces'],
  ] as const)
    expect(relationAt(text, at(text))).toBe(relation);
});
