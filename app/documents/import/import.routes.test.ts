import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listEvents } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import * as contract from '../document.contract.ts';
import { plan217, upload } from '../document.test-data.ts';

let t: TestHouse;
let focal: Awaited<ReturnType<TestHouse['as']>>;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

const countRows = (table: 'document' | 'file') =>
  inTenant(t.house.db, t.tenantId, async (tx) => (await tx.selectFrom(table).select('id').execute()).length);

test('Plan 217 is read: header, outline, citations and 27 duties, each pointing at its words', async () => {
  const { status, id, known } = await upload(t, focal, { file: 'KH 217.md', bytes: plan217('plan-217.md') });
  expect([status, known]).toEqual([200, false]);
  const document = await focal.call(contract.showDocument, { params: { id } });
  expect(document).toMatchObject({
    symbol: '217/KH-UBND',
    kind: 'Kế hoạch',
    issuedOn: '2022-10-21',
    state: 'draft',
    revision: 0,
    createdBy: 'Lê Thị Thu Hà',
    file: { name: 'KH 217.md' },
  });
  expect(document.duties).toHaveLength(27);
  expect(document.citations.map((citation) => citation.symbol)).toContain('12-CT/TW');
  for (const duty of document.duties) {
    expect(duty).toMatchObject({ confirmed: false, correctedBy: null, removed: false });
    expect(document.text.slice(...duty.span)).toContain(duty.text.split(' ').slice(0, 3).join(' '));
  }
  const events = await inTenant(t.house.db, t.tenantId, (tx) => listEvents(tx, 'document', id));
  expect(events.map((event) => [event.kind, event.payload])).toEqual([
    ['document.imported', { symbol: '217/KH-UBND', issuedOn: '2022-10-21', duties: 27 }],
  ]);
});

test('the same plan again, in another form or pasted, is known and adds nothing', async () => {
  const before = [await countRows('document'), await countRows('file')];
  const { documents } = await focal.call(contract.listDocuments, { query: { text: '217' } });
  const same = { status: 200, id: documents[0]!.id, known: true };
  const page = plan217('plan-217-web.txt');
  expect(await upload(t, focal, { file: 'a.md', bytes: plan217('plan-217.md') })).toEqual(same);
  expect(await upload(t, focal, { file: 'trang.txt', bytes: page })).toEqual(same);
  expect(await upload(t, focal, { text: page.toString() })).toEqual(same);
  expect([await countRows('document'), await countRows('file')]).toEqual(before);
});

test('a document without symbol and date is taken in, once by its bytes', async () => {
  const bytes = 'Đề nghị Sở Ngoại vụ báo cáo kết quả tiếp đoàn trước ngày 15/12.\n';
  const first = await upload(t, focal, { file: 'ghi-chu.txt', bytes });
  expect(first).toMatchObject({ status: 200, known: false });
  expect(await upload(t, focal, { file: 'ghi-chu-2.txt', bytes })).toEqual({ ...first, known: true });
  expect(await upload(t, focal, { text: `${bytes}Một dòng nữa.` })).toMatchObject({ known: false });
});

test('two people who import one document at the same moment get one document', async () => {
  const bytes = plan217('plan-217-web.txt').toString().replaceAll('217/KH', '305/KH');
  const answers = await Promise.all([upload(t, focal, { text: bytes }), upload(t, focal, { text: bytes })]);
  expect(answers.map((answer) => answer.known).sort()).toEqual([false, true]);
  expect(answers[0].id).toBe(answers[1].id);
});

test('a document stamped MẬT is refused; nothing of it is kept but one line that something was refused', async () => {
  const rows = [await countRows('document'), await countRows('file')];
  const stored = vi.spyOn(t.house.files, 'put');
  const text = 'ỦY BAN NHÂN DÂN\nMẬT\nSố: 05/KH-UBND\n\nKế hoạch bảo vệ đoàn công tác đặc biệt.';
  for (const given of [{ text }, { file: 'ke-hoach-dac-biet.txt', bytes: text }]) {
    const refused = await upload(t, focal, given);
    expect(refused.status).toBe(422);
    expect(refused.title).toMatch(/dấu chỉ độ mật.*bí mật nhà nước/);
  }
  expect([await countRows('document'), await countRows('file')]).toEqual(rows);
  expect(stored).not.toHaveBeenCalled();
  const events = await inTenant(t.house.db, t.tenantId, (tx) => tx.selectFrom('event').selectAll().execute());
  const refusals = events.filter((event) => event.kind === 'document.refused-as-secret');
  expect(refusals.map((event) => event.payload)).toEqual([{}, {}]);
  expect(JSON.stringify(events)).not.toMatch(/đặc.biệt|dac.biet/);
});

test('only focal officers and administrators take documents in; an empty form is told so', async () => {
  const agency = await t.as('ngoaivu@example.vn');
  const refused = await upload(t, agency, { text: 'Kế hoạch' });
  expect(refused).toMatchObject({ status: 403 });
  expect(refused.title).toMatch(/chỉ chuyên viên đầu mối hoặc quản trị/);
  expect((await upload(t, { cookie: '' }, { text: 'Kế hoạch' })).status).toBe(401);
  expect((await upload(t, focal, { text: '   ' })).title).toMatch(/Chưa có tệp hay văn bản nào/);
});

test('the list is searched without diacritics; agencies see published documents only', async () => {
  const find = async (text: string) =>
    (await focal.call(contract.listDocuments, { query: { text } })).documents.map((one) => one.symbol);
  expect(await find('chi thi so 12-ct/tw doi ngoai')).toEqual(['305/KH-UBND', '217/KH-UBND']);
  expect(await find('không hề có')).toEqual([]);
  expect(await find('100%')).toEqual([]);
  const agency = await t.as('ngoaivu@example.vn');
  expect((await agency.call(contract.listDocuments, { query: {} })).total).toBe(0);
  const { documents } = await focal.call(contract.listDocuments, { query: { text: '217' } });
  const params = { id: documents[0]!.id };
  expect(await agency.refused(contract.showDocument, { params })).toMatchObject({ status: 403 });
});

test('another province sees nothing of it', async () => {
  const { id } = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh Vĩnh Long', host: 'vinhlong.example' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const seen = await inTenant(t.house.db, id, (tx) => tx.selectFrom('document').select('id').execute());
  expect(seen).toEqual([]);
});
