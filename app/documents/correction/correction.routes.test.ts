import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listEvents } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import * as contract from '../document.contract.ts';
import { plan217, upload } from '../document.test-data.ts';
import { confirmedDuties, getDocument, isAllConfirmed, markPublished } from '../index.ts';

let t: TestHouse;
let focal: Awaited<ReturnType<TestHouse['as']>>;
let id: string;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());
beforeEach(async () => {
  await inTenant(t.house.db, t.tenantId, (tx) => tx.deleteFrom('document').execute());
  ({ id } = await upload(t, focal, { file: 'KH 217.md', bytes: plan217('plan-217.md') }));
});

const show = () => focal.call(contract.showDocument, { params: { id } });
const correct = (
  dutyId: string,
  body: Parameters<typeof focal.call<typeof contract.correctDuty>>[1]['body'],
) => focal.call(contract.correctDuty, { params: { id, dutyId }, body });
const kinds = async () =>
  (await inTenant(t.house.db, t.tenantId, (tx) => listEvents(tx, 'document', id))).map((event) => event.kind);

test('a correction keeps who made it, what it was before, and counts a revision', async () => {
  const answer = await correct('d1', {
    revision: 0,
    coordinators: ['Sở Ngoại vụ'],
    deadline: 'trước ngày 15/12 hằng năm',
    reportTo: 'UBND thành phố',
  });
  expect(answer.revision).toBe(1);
  const [duty] = (await show()).duties;
  expect(duty).toMatchObject({
    coordinators: ['Sở Ngoại vụ'],
    deadline: { text: 'trước ngày 15/12 hằng năm', span: null },
    reportTo: 'UBND thành phố',
    correctedBy: 'Lê Thị Thu Hà',
    confirmed: false,
    sixClear: { time: { state: 'stated', value: 'trước ngày 15/12 hằng năm' } },
  });
  const events = await inTenant(t.house.db, t.tenantId, (tx) => listEvents(tx, 'document', id));
  expect(events.at(-1)).toMatchObject({
    kind: 'document.duty-corrected',
    payload: {
      dutyId: 'd1',
      path: 'III.1.a',
      before: { coordinators: ['các ngành'], deadline: null, reportTo: null },
      after: { coordinators: ['Sở Ngoại vụ'], reportTo: 'UBND thành phố' },
    },
  });
});

test('a correction taken back leaves the duty as the program read it', async () => {
  const [before] = (await show()).duties;
  await correct('d1', { revision: 0, holders: ['Sở Y tế'], confirmed: true });
  await correct('d1', { revision: 1, holders: before!.holders, confirmed: false });
  expect((await show()).duties[0]).toMatchObject({
    holders: before!.holders,
    confirmed: false,
    correctedBy: null,
  });
  expect((await kinds()).slice(1)).toEqual([
    'document.duty-corrected',
    'document.duty-confirmed',
    'document.duty-corrected',
    'document.duty-reopened',
  ]);
});

test('the second of two people is told, and nothing of theirs is written', async () => {
  const other = await t.as('quantri@example.vn');
  await correct('d1', { revision: 0, confirmed: true });
  const late = { params: { id, dutyId: 'd1' }, body: { revision: 0, holders: ['Sở Y tế'] } };
  const refused = await other.refused(contract.correctDuty, late);
  expect(refused).toMatchObject({ status: 409, revision: 1 });
  expect(refused.title).toMatch(/Người khác vừa sửa/);
  expect((await show()).duties[0]!.holders).not.toEqual(['Sở Y tế']);
});

test('confirm all confirms what is kept, can be taken back, and is what publishing asks for', async () => {
  await correct('d27', { revision: 0, removed: true });
  await correct('d1', { revision: 1, confirmed: true });
  const answer = await focal.call(contract.confirmDuties, {
    params: { id },
    body: { revision: 2, confirmed: true },
  });
  expect(answer.duties).toHaveLength(25);
  const record = () => inTenant(t.house.db, t.tenantId, (tx) => getDocument(tx, id));
  expect(isAllConfirmed((await record()).reading)).toBe(true);
  expect(confirmedDuties(await record()).map((duty) => duty.position)).toEqual(
    Array.from({ length: 26 }, (_, index) => index + 1),
  );
  const row = (await focal.call(contract.listDocuments, { query: {} })).documents[0];
  expect(row).toMatchObject({ dutyCount: 26, confirmedCount: 26 });
  const dutyIds = answer.duties.map((duty) => duty.id);
  await focal.call(contract.confirmDuties, {
    params: { id },
    body: { revision: 3, confirmed: false, dutyIds },
  });
  expect(isAllConfirmed((await record()).reading)).toBe(false);
  expect((await show()).duties.filter((duty) => duty.confirmed).map((duty) => duty.id)).toEqual(['d1']);
});

test('a duty is added from selected words, with the path and the holder of its section', async () => {
  const { text } = await show();
  const begin = text.indexOf('Thực hiện nhiệm vụ về công tác đối ngoại nhân dân theo quy định tại Điều lệ');
  const span: [number, number] = [begin - 1, begin + 50];
  const { revision, duties } = await focal.call(contract.addDuty, {
    params: { id },
    body: { revision: 0, span },
  });
  expect(duties[0]).toMatchObject({
    id: 'd28',
    path: 'III.1.a',
    span: [begin, begin + 49],
    text: text.slice(begin, begin + 50).trim(),
    added: true,
  });
  expect(duties[0]!.holders[0]).toMatch(/Liên hiệp các Tổ chức hữu nghị/);
  expect((await show()).duties).toHaveLength(28);
  const blank = {
    params: { id },
    body: { revision, span: [text.length, text.length + 5] as [number, number] },
  };
  expect((await focal.refused(contract.addDuty, blank)).title).toMatch(/không có chữ nào/);
});

test('header fields are corrected; the identity of another document is refused', async () => {
  const params = { id };
  const answer = await focal.call(contract.correctHeader, {
    params,
    body: { revision: 0, symbol: '218 / KH-UBND', place: null },
  });
  expect(answer).toMatchObject({ symbol: '218/KH-UBND', place: null, revision: 1 });
  const again = await upload(t, focal, { text: plan217('plan-217-web.txt').toString() });
  expect(again.known).toBe(false);
  const { issuer } = await focal.call(contract.showDocument, { params: { id: again.id } });
  const clash = { params, body: { revision: 1, symbol: '217/KH-UBND', issuer } };
  expect(await focal.refused(contract.correctHeader, clash)).toMatchObject({ status: 409, id: again.id });
});

test('agencies, leaders and inspectors correct nothing', async () => {
  for (const email of ['ngoaivu@example.vn', 'lanhdao@example.vn', 'thanhtra@example.vn']) {
    const person = await t.as(email);
    const given = { params: { id, dutyId: 'd1' }, body: { revision: 0, confirmed: true } };
    expect(await person.refused(contract.correctDuty, given)).toMatchObject({ status: 403 });
  }
  expect((await show()).revision).toBe(0);
});

test('a published document is no longer corrected, and not published twice', async () => {
  const publish = () =>
    inTenant(t.house.db, t.tenantId, (tx) => markPublished(tx, id, new Date('2022-10-24T02:00:00Z')));
  await publish();
  expect(await show()).toMatchObject({ state: 'published', publishedAt: '2022-10-24T02:00:00.000Z' });
  const given = { params: { id, dutyId: 'd1' }, body: { revision: 0, confirmed: true } };
  expect((await focal.refused(contract.correctDuty, given)).title).toMatch(/đã công bố/);
  await expect(publish()).rejects.toThrow(/đã được công bố trước đó/);
  const agency = await t.as('ngoaivu@example.vn');
  expect((await agency.call(contract.showDocument, { params: { id } })).symbol).toBe('217/KH-UBND');
});
