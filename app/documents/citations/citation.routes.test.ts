import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { plan217, upload } from '../document.test-data.ts';
import * as contract from './citation.contract.ts';

const aid = `ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ
Số: 45/KH-UBND
Cần Thơ, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Vận động viện trợ phi chính phủ nước ngoài

Căn cứ Nghị định số 80/2020/NĐ-CP ngày 08 tháng 7 năm 2020 của Chính phủ;

Ủy ban nhân dân thành phố ban hành Kế hoạch như sau:

I. TỔ CHỨC THỰC HIỆN

1. Sở Ngoại vụ thực hiện Chỉ thị số 12-CT/TW và Nghị định số 98/2023/NĐ-CP về thi đua, khen thưởng.
`;

let t: TestHouse;
let focal: Person;
let plan: string;
let aidPlan: string;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-22T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  plan = (await upload(t, focal, { file: 'KH 217.md', bytes: plan217('plan-217.md') })).id;
  aidPlan = (await upload(t, focal, { text: aid })).id;
});
afterAll(() => t.close());

test('Plan 217: 39 mentions of 10 instruments, its bases first, each mention with its words and place', async () => {
  const { cited } = await focal.call(contract.documentCitations, { params: { id: plan } });
  expect(cited.map((one) => [one.symbol, one.basis, one.mentions.length])).toEqual([
    ['12-CT/TW', true, 17],
    ['108-KH/TU', true, 6],
    ['01-HD/BĐNTW', true, 5],
    ['36-NQ/TW', false, 3],
    ['45-CT/TW', false, 2],
    ['12-KL/TW', false, 2],
    ['169/NQ-CP', false, 1],
    ['03/2021/TT-BNG', false, 1],
    ['210/QĐ-TTg', false, 1],
    ['25/CT-TTg', false, 1],
  ]);
  expect(cited.flatMap((one) => one.mentions)).toHaveLength(39);
  const directive = cited[0]!.mentions;
  expect(directive.slice(0, 3).map((one) => one.place.kind)).toEqual(['head', 'head', 'basis']);
  const [only] = cited.find((one) => one.symbol === '03/2021/TT-BNG')!.mentions;
  expect(only!.place).toEqual({ kind: 'path', path: 'III.2.a' });
  expect(`${only!.before}${only!.text}${only!.after}`).toContain(
    'theo quy định tại Thông tư số 03/2021/TT-BNG ngày 28/10/2021',
  );
});

test('what was replaced says by what and since when; what nobody checked says so', async () => {
  const { cited } = await focal.call(contract.documentCitations, { params: { id: aidPlan } });
  const of = (symbol: string) => cited.find((one) => one.symbol === symbol)?.replacement;
  expect(of('80/2020/NĐ-CP')).toMatchObject({
    by: ['Nghị định 313/2025/NĐ-CP'],
    since: '2025-12-08',
    verified: true,
  });
  expect(of('98/2023/NĐ-CP')).toMatchObject({ verified: false });
  expect(of('12-CT/TW')).toBeNull();
});

test('all documents: who stands on what; one instrument for both plans; the replaced ones alone', async () => {
  const all = await focal.call(contract.listCitations, { query: {} });
  expect([all.total, all.replaced, all.documents.length]).toEqual([12, 2, 2]);
  const [first] = all.instruments;
  expect(first).toMatchObject({ symbol: '12-CT/TW', kind: 'Chỉ thị', issuer: 'Ban Bí thư' });
  expect(first!.citedBy).toEqual(
    expect.arrayContaining([
      { documentId: plan, basis: true, mentions: 17 },
      { documentId: aidPlan, basis: false, mentions: 1 },
    ]),
  );
  const replaced = await focal.call(contract.listCitations, { query: { replaced: 'true' } });
  expect(replaced.instruments.map((one) => one.symbol)).toEqual(
    expect.arrayContaining(['80/2020/NĐ-CP', '98/2023/NĐ-CP']),
  );
  expect(replaced.documents.map((one) => one.id)).toEqual([aidPlan]);
});

test('a symbol is found in any spacing and without diacritics', async () => {
  const find = async (text: string) =>
    (await focal.call(contract.listCitations, { query: { text } })).instruments.map((one) => one.symbol);
  for (const text of ['01 - hd / bdntw', '01-HD/BĐNTW', '01–hd/bđntw', 'bdntw'])
    expect(await find(text)).toEqual(['01-HD/BĐNTW']);
  expect(await find('chi thi 12')).toEqual(['12-CT/TW']);
  expect(await find('không có')).toEqual([]);
});

test('agencies see what published documents cite, and no draft', async () => {
  const agency = await t.as('ngoaivu@example.vn');
  expect(await agency.call(contract.listCitations, { query: {} })).toMatchObject({ total: 0, documents: [] });
  expect(await agency.refused(contract.documentCitations, { params: { id: plan } })).toMatchObject({
    status: 403,
  });
});
