import { expect, test } from 'vitest';
import { type Activity, lacksOf, spreadByYear } from './activity.ts';
import { iatiFile } from './iati.ts';

const activity: Activity = {
  id: '7459a0da-b24b-456a-818e-bd3d664b6ce5',
  title: 'Nước sạch & vệ sinh <xã Nhơn Ái>',
  englishTitle: 'Clean water',
  description: 'Nước sạch cho 200 hộ',
  works: ['water', 'education', 'disaster'],
  donor: 'Quỹ Châu Á',
  donorKind: 'ngo',
  coDonors: 'Hội Đom Đóm; Quỹ B',
  governing: 'UBND thành phố Cần Thơ',
  owner: 'Trường THCS Nhơn Ái',
  commune: 'Xã Nhơn Ái',
  state: 'running',
  plannedFrom: '2025-07-01',
  plannedTo: '2027-06-30',
  approvedOn: '2025-06-01',
  startedOn: '2025-07-10',
  endedOn: null,
  closingReportOn: null,
  pledgedOn: '2025-03-01',
  pledged: { amount: 100_000.01, currency: 'USD', rateOn: '2025-02-28' },
  approved: null,
  changedAt: new Date('2026-11-22T02:00:00.123Z'),
  entries: [
    { entry: 'received', on: '2025-08-01', content: 'Đợt 1', amount: 40_000, currency: 'USD', rateOn: null },
    { entry: 'used', on: '2025-09-01', content: 'Giếng', amount: 10_000, currency: 'USD', rateOn: null },
    { entry: 'returned', on: '2026-01-05', content: 'Trả lại', amount: 500, currency: 'USD', rateOn: null },
  ],
};
const reporter = { ref: 'VN-MOHA-1', name: 'Liên hiệp các tổ chức hữu nghị', kind: '24' } as const;
const write = (more: Partial<Activity> = {}) =>
  iatiFile([{ ...activity, ...more }], reporter, new Date('2026-11-23T02:00:00Z'));

type Node = { name: string; attributes: Record<string, string>; children: Node[]; words: string };

/** Strict enough to fail on what is not well-formed: tags that do not close, bare marks, attributes given twice. */
function parse(xml: string): Node {
  const plain = (words: string) => {
    if (/[<>"]|&(?!(amp|lt|gt|quot);)/.test(words)) throw new Error(`not escaped: ${words}`);
    const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
    return words.replace(/&(\w+);/g, (_, mark: string) => marks[mark]!);
  };
  const root: Node = { name: '', attributes: {}, children: [], words: '' };
  const open = [root];
  const tags = /<(\/?)([a-z-]+)((?: [a-z:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  tags.lastIndex = xml.indexOf('?>') + 2;
  for (let found = tags.exec(xml); found; found = tags.exec(xml)) {
    const [, closes, name = '', given = '', isEmpty, words] = found;
    const top = open.at(-1)!;
    if (words !== undefined) top.words += plain(words);
    else if (closes) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes ${top.name}`);
    } else {
      const pairs = [...given.matchAll(/([a-z:-]+)="([^"]*)"/g)].map(([, key, value]) => [
        key!,
        plain(value!),
      ]);
      const node = { name, attributes: Object.fromEntries(pairs), children: [], words: '' };
      if (Object.keys(node.attributes).length < pairs.length) throw new Error(`${name}: an attribute twice`);
      top.children.push(node);
      if (!isEmpty) open.push(node);
    }
    if (tags.lastIndex === xml.length) break;
  }
  if (open.length > 1 || tags.lastIndex < xml.length) throw new Error('does not end');
  return root.children[0]!;
}
const inside = (nodes: Node[], name: string) => nodes.filter((node) => node.name === name);
const childrenOf = ({ children }: Node) => children;
const nameOf = ({ name }: Node) => name;
const wordsOf = (node: Node): string => node.words + node.children.map(wordsOf).join('');
const one = (xml: string) => childrenOf(childrenOf(parse(xml))[0]!);

/** The sequence of iati-activity in iati-activities-schema.xsd 2.03; `!`: at least one. */
const sequence =
  `iati-identifier! reporting-org! title! description! participating-org! other-identifier activity-status!
  activity-date! contact-info activity-scope recipient-country recipient-region location sector tag country-budget-items
  humanitarian-scope policy-marker collaboration-type default-flow-type default-finance-type default-aid-type
  default-tied-status budget planned-disbursement capital-spend transaction document-link related-activity legacy-data
  conditions result crs-add fss`.split(/\s+/);

test('the file is well-formed and its elements stand in the order of the schema, with those it requires', () => {
  const xml = write();
  expect(parse(xml).attributes).toEqual({
    version: '2.03',
    'generated-datetime': '2026-11-23T02:00:00Z',
  });
  const names = one(xml).map(nameOf);
  const order = sequence.map((name) => name.replace('!', ''));
  expect(names.filter((name) => !order.includes(name))).toEqual([]);
  expect(names).toEqual(names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  for (const name of sequence.filter((each) => each.endsWith('!')))
    expect(names).toContain(name.slice(0, -1));
  for (const name of ['recipient-country', 'sector', 'budget', 'transaction']) expect(names).toContain(name);
  const transaction = childrenOf(inside(one(xml), 'transaction')[1]!).map(nameOf);
  expect(transaction).toEqual([
    'transaction-type',
    'transaction-date',
    'value',
    'description',
    'provider-org',
    'receiver-org',
  ]);
});

test('what it says: identifier, words escaped, parties, dates, shares of sectors, pledged and moved money', () => {
  const nodes = one(write());
  const attributes = (name: string) => inside(nodes, name).map((node) => node.attributes);
  expect(wordsOf(inside(nodes, 'iati-identifier')[0]!)).toBe(`VN-MOHA-1-${activity.id}`);
  expect(wordsOf(inside(nodes, 'title')[0]!)).toBe('Nước sạch & vệ sinh <xã Nhơn Ái>Clean water');
  expect(inside(nodes, 'participating-org').map((node) => [node.attributes.role, wordsOf(node)])).toEqual([
    ['1', 'Quỹ Châu Á'],
    ['1', 'Hội Đom Đóm'],
    ['1', 'Quỹ B'],
    ['2', 'UBND thành phố Cần Thơ'],
    ['4', 'Trường THCS Nhơn Ái'],
  ]);
  expect(attributes('activity-date').map((at) => [at.type, at['iso-date']])).toEqual([
    ['1', '2025-07-01'],
    ['2', '2025-07-10'],
    ['3', '2027-06-30'],
  ]);
  expect(attributes('activity-status')).toEqual([{ code: '2' }]);
  const shares = attributes('sector').map((at) => Number(at.percentage));
  expect(shares).toHaveLength(3);
  expect(shares.reduce((sum, share) => sum + Math.round(share * 100), 0)).toBe(10_000);
  expect(
    inside(nodes, 'transaction').map((node) => {
      const [type, , value] = childrenOf(node) as [Node, Node, Node];
      return [type.attributes.code, wordsOf(value), value.attributes['value-date']];
    }),
  ).toEqual([
    ['11', '100000.01', '2025-02-28'],
    ['1', '40000', '2025-08-01'],
    ['4', '10000', '2025-09-01'],
    ['1', '-500', '2026-01-05'],
  ]);
});

test('a budget is a year at most and its parts add up to the whole', () => {
  const budgets = inside(one(write()), 'budget').map((node) => {
    const [from, to, value] = childrenOf(node) as [Node, Node, Node];
    return [from.attributes['iso-date'], to.attributes['iso-date'], Number(wordsOf(value))];
  });
  expect(budgets.map(([from, to]) => [from, to])).toEqual([
    ['2025-07-01', '2025-12-31'],
    ['2026-01-01', '2026-12-31'],
    ['2027-01-01', '2027-06-30'],
  ]);
  expect(budgets.reduce((sum, [, , amount]) => sum + Math.round(Number(amount) * 100), 0)).toBe(10_000_001);
  expect(spreadByYear(10, '2026-03-01', null)).toEqual([
    { from: '2026-03-01', to: '2026-12-31', amount: 10 },
  ]);
});

test('the state follows the days of the row; what lacks a required word is named', () => {
  const status = (more: Partial<Activity>) => inside(one(write(more)), 'activity-status')[0]!.attributes.code;
  expect(status({ startedOn: null })).toBe('1');
  expect(status({ endedOn: '2026-10-01' })).toBe('3');
  expect(status({ endedOn: '2026-10-01', closingReportOn: '2026-11-01' })).toBe('4');
  expect(status({ state: 'revoked' })).toBe('5');
  expect(lacksOf(activity)).toEqual([]);
  expect(lacksOf({ ...activity, description: null, plannedFrom: null, startedOn: null })).toEqual([
    'mục tiêu hoặc kết quả dự kiến',
    'thời gian thực hiện hoặc ngày bắt đầu',
  ]);
});
