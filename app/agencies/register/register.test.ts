import { expect, test } from 'vitest';
import { countAgencies, type TreeNode, treeOf } from './agency-tree.ts';
import { layoutChart, wrap } from './chart-layout.ts';
import { finderOf } from './find-agencies.ts';
import type { RegisterRow } from './register.contract.ts';
import { firstOpen, moveOn, visibleLines } from './tree-lines.ts';

type Name = RegisterRow['names'][number];
const named = (name: string, kind: Name['kind'], validFrom: string | null, validTo: string | null): Name => ({
  name,
  kind,
  validFrom,
  validTo,
});

function agency(id: string, kind: string, names: Name[], more: Partial<RegisterRow> = {}): RegisterRow {
  const base = { validFrom: null, validTo: null, code: null, codeOld: null, parents: {}, people: 0 };
  return { id, kind, name: names[0]!.name, names, standsThen: true, ...base, ...more };
}
const plain = (id: string, kind: string, more: Partial<RegisterRow> = {}) =>
  agency(id, kind, [named(id, 'full', null, null)], more);

const science = agency(
  'khcn',
  'so',
  [
    named('Sở Khoa học và Công nghệ', 'full', null, null),
    named('Sở Thông tin và Truyền thông', 'former', null, '2025-02-28'),
    named('Sở TT&TT', 'abbreviation', null, '2025-02-28'),
  ],
  { code: 'X99.KHCN' },
);
const register = [
  science,
  agency('ninh-kieu', 'ubnd-huyen', [named('Ủy ban nhân dân quận Ninh Kiều', 'full', null, null)]),
  agency('xay-dung', 'so', [named('Sở Xây dựng', 'full', null, null)]),
];
const find = (text: string) =>
  finderOf(register, '2025-06-01')(text).map(({ agency: { id }, by }) => [id, by?.name ?? null]);

test.for([
  ['so tt&tt', 'Sở TT&TT'],
  ['SO TTTT', null],
  ['sott tt', 'Sở TT&TT'],
  ['so thong tin', 'Sở Thông tin và Truyền thông'],
  ['truyền thông sở', 'Sở Thông tin và Truyền thông'],
  ['sothongtin', 'Sở Thông tin và Truyền thông'],
  ['khoa hoc', null],
  ['x99.k', null],
] as const)('%s finds the department that holds its field now', ([text, by]) => {
  const [hit] = find(text);
  if (text === 'SO TTTT') expect(hit).toEqual(['khcn', 'Sở TT&TT']);
  else expect(hit).toEqual(['khcn', by]);
});

test('abbreviations are written out in what is asked; words asked for begin words', () => {
  expect(find('ubnd ninh kieu')).toEqual([['ninh-kieu', null]]);
  expect(find('so y')).toEqual([]);
  expect(find('')).toHaveLength(3);
});

test('1,500 agencies of four names are searched in the time of a key stroke', () => {
  const many = Array.from({ length: 1500 }, (_, index) =>
    agency(
      `a${index}`,
      'ubnd-xa',
      ['Ủy ban nhân dân xã', 'UBND xã', 'Xã', 'Phường cũ'].map((start) =>
        named(`${start} Thạnh An ${index}`, 'short', null, null),
      ),
    ),
  );
  const search = finderOf(many, '2025-06-01');
  const begun = process.cpuUsage();
  expect(search('xa thanh an 1499')).toHaveLength(1);
  // Microseconds of processor, not of the clock: other work on the machine does not count.
  expect(process.cpuUsage(begun).user).toBeLessThan(100_000);
});

const shape = (nodes: TreeNode[]): unknown =>
  nodes.map(({ id, children }) => (children.length ? { [id]: shape(children) } : id));

test('a tree of each hierarchy: parents of the day, then kinds over those without a parent', () => {
  const front = 'Mặt trận';
  const all = [
    plain('ubnd', 'uy-ban'),
    plain('noi-vu', 'so', { parents: { state: 'ubnd' } }),
    plain('thi-dua', 'ban-nganh', { parents: { state: 'noi-vu' } }),
    plain('y-te', 'so'),
    plain('tu-phap', 'so'),
    plain('cu', 'so', { standsThen: false }),
    plain(front, 'mat-tran'),
    plain('hoi-a', 'hoi', { parents: { front } }),
    plain('mo-coi', 'so', { parents: { state: 'cu' } }),
    plain('chi-cuc', 'don-vi-su-nghiep', { parents: { state: 'tu-phap' } }),
  ];
  expect(shape(treeOf(all, 'state'))).toEqual([
    { ubnd: [{ 'noi-vu': ['thi-dua'] }] },
    { 'kind:so': ['y-te', { 'tu-phap': ['chi-cuc'] }, 'mo-coi'] },
    'hoi-a',
  ]);
  expect(shape(treeOf(all, 'front'))).toEqual([{ [front]: ['hoi-a'] }]);
  expect(shape(treeOf(all, 'party'))).toEqual([]);
  expect(countAgencies(treeOf(all, 'state'))).toBe(8);
});

test('keys walk the tree as its readers expect: down, in, out, to the ends, to a letter', () => {
  const leaf = (id: string): TreeNode => ({ id, name: id, agency: plain(id, 'so'), children: [] });
  const roots = [{ ...leaf('ủy ban'), children: [leaf('sở a'), leaf('sở b')] }, leaf('mặt trận')];
  const open = firstOpen(roots);
  const lines = visibleLines(roots, open);
  expect(lines.map(({ node, level, place, siblings }) => [node.id, level, place, siblings])).toEqual([
    ['ủy ban', 1, 1, 2],
    ['sở a', 2, 1, 2],
    ['sở b', 2, 2, 2],
    ['mặt trận', 1, 2, 2],
  ]);
  const press = (key: string, at: string) => moveOn(key, lines, at, open);
  expect(press('ArrowDown', 'sở b')).toEqual({ to: 'mặt trận' });
  expect(press('ArrowUp', 'ủy ban')).toEqual({});
  expect(press('ArrowRight', 'ủy ban')).toEqual({ to: 'sở a' });
  expect(press('ArrowLeft', 'sở b')).toEqual({ to: 'ủy ban' });
  expect(press('ArrowLeft', 'ủy ban')).toEqual({ toggle: 'ủy ban' });
  expect(press('End', 'ủy ban')).toEqual({ to: 'mặt trận' });
  expect(press('s', 'sở a')).toEqual({ to: 'sở b' });
  expect(press('Tab', 'sở a')).toBeNull();
});

test('a chart puts each agency beside the first of those below it; large groups stand alone until asked for', () => {
  const many = Array.from({ length: 25 }, (_, index) => plain(`p${index}`, 'ubnd-xa'));
  const all = [plain('ubnd', 'uy-ban'), plain('so', 'so', { parents: { state: 'ubnd' } }), ...many];
  const chart = layoutChart(treeOf(all, 'state'), false);
  expect(chart.boxes.map(({ node, hidden }) => [node.id, hidden])).toEqual([
    ['ubnd', 0],
    ['kind:ubnd-xa', 25],
    ['so', 0],
  ]);
  const [above, , below] = chart.boxes;
  expect([above!.top, below!.top, chart.links.length]).toEqual([0, 0, 1]);
  const whole = layoutChart(treeOf(all, 'state'), true);
  expect(whole.boxes).toHaveLength(28);
  const tops = whole.boxes.filter(({ left }) => left > 0).map(({ top }) => top);
  expect(Math.min(...tops.slice(1).map((top, index) => top - tops[index]!))).toBeGreaterThanOrEqual(44);
  expect(wrap('Trung tâm Xúc tiến Đầu tư - Thương mại và Hội chợ triển lãm Cần Thơ')[1]).toMatch(/…$/);
});
