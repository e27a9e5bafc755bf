import { afterAll, beforeAll, expect, test } from 'vitest';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { addressOf } from '#app/platform/contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import * as agencyReportContract from './agency-report.contract.ts';
import * as definitionContract from './definition.contract.ts';
import * as periodContract from './period.contract.ts';
import { logProgress, publishPlan217 } from './plan-217.test-data.ts';

let t: TestHouse;
let focal: Person;
let foreign: Person;
let head: Person;
let home: Person;
let documentId: string;
let definitionId: string;
let periodId: string;

const mineOf = async (person: Person, period = periodId) =>
  (await person.call(periodContract.listPeriods, {})).periods.find(({ id }) => id === period)!.mine[0]!.id;
const look = async (person: Person, id: string) =>
  person.call(agencyReportContract.getAgencyReport, { params: { id } });
const definition = async () =>
  (await focal.call(definitionContract.listDefinitions, {})).definitions.find(
    ({ id }) => id === definitionId,
  )!;
const change = async (part: Record<string, unknown>) => {
  const { version, content } = await definition();
  const body = { version, content: { ...content, ...part } };
  return focal.call(definitionContract.changeDefinition, { params: { id: definitionId }, body });
};
const open = (index: number, year = 2026) =>
  focal.call(periodContract.openPeriod, { body: { definitionId, kind: 'half-year', year, index } });

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-15T03:00:00Z'));
  documentId = await publishPlan217(t.house, t.tenantId);
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    const agency = await tx
      .selectFrom('agency')
      .select('id')
      .where('name', '=', 'Sở Ngoại vụ')
      .executeTakeFirstOrThrow();
    const person = await tx
      .insertInto('person')
      .values({ name: 'Lý Thị Hoa', email: 'giamdoc@example.vn', title: 'Giám đốc' } as never)
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('membership')
      .values({
        person_id: person.id,
        agency_id: agency.id,
        role: 'agency-head',
        valid_from: '2022-10-21',
      } as never)
      .execute();
  });
  focal = await t.as('daumoi@example.vn');
  foreign = await t.as('ngoaivu@example.vn');
  head = await t.as('giamdoc@example.vn');
  home = await t.as('noivu@example.vn');
  const log = (email: string, path: string, note: string, doneOn: string) =>
    logProgress(t.house, t.tenantId, { email, path, note, doneOn });
  await log('ngoaivu@example.vn', 'III.2.a', 'thẩm định 04 hồ sơ', '2026-08-10');
  await log('ngoaivu@example.vn', 'III.2.b', 'kiểm tra 02 đơn vị', '2026-09-10');
  await log('ngoaivu@example.vn', 'III.11.a', 'Tổ chức 01 hội nghị', '2026-10-14');
  await log('noivu@example.vn', 'III.3', 'kiện toàn 02 hội hữu nghị', '2026-07-01');
  await log('vanhoa@example.vn', 'III.7.a', 'tổ chức Tuần lễ văn hóa', '2026-07-20');
  definitionId = (await focal.call(definitionContract.makeDefinition, { body: { documentId } })).id;
  periodId = (await open(2)).id;
});
afterAll(() => t.close());

test('more than 60 % of what an agency is asked is filled before it writes a word', async () => {
  const shares: number[] = [];
  for (const email of ['ngoaivu', 'noivu', 'vanhoa']) {
    const person = await t.as(`${email}@example.vn`);
    const { asked, indicators, values, paragraphs } = await look(person, await mineOf(person));
    const filled = asked.filter((slot) => paragraphs.some((one) => one.slot === slot)).length;
    const given = values.filter((value) => value.amount !== null).length;
    for (const { sources } of paragraphs) expect(sources.length).toBeGreaterThan(0);
    shares.push((filled + given) / (asked.length + indicators.length));
  }
  for (const share of shares) expect(share).toBeGreaterThan(0.6);
});

test('figures are computed, and nobody can send one as computed that is not', async () => {
  const id = await mineOf(foreign);
  const { revision, paragraphs, seen, values, indicators } = await look(foreign, id);
  expect(indicators.map((one) => one.key)).toContain('duties.open-in-time');
  const given = values.find((one) => one.indicator === 'duties.given')!;
  expect(given).toMatchObject({ amount: 6, isComputed: true });
  const forged = values.map((one) => (one === given ? { ...one, amount: 99 } : one));
  const body = { revision, paragraphs, seen, values: forged };
  await foreign.call(agencyReportContract.saveAgencyReport, { params: { id }, body });
  expect((await look(foreign, id)).values.find((one) => one.indicator === 'duties.given')).toEqual(given);
  // A figure changed by hand without saying where it comes from keeps the report from being filed.
  const typed = values.map((one) => (one === given ? { ...one, amount: 5, isComputed: false } : one));
  const again = { revision: revision + 1, paragraphs, seen, values: typed };
  const saved = await foreign.call(agencyReportContract.saveAgencyReport, { params: { id }, body: again });
  const refused = await foreign.refused(agencyReportContract.submitAgencyReport, {
    params: { id },
    body: { revision: saved.revision },
  });
  expect(refused).toMatchObject({
    status: 422,
    errors: [{ path: 'indicator.duties.given', message: expect.stringMatching(/nguồn/) }],
  });
  const sourced = typed.map((one) => (one.isComputed ? one : { ...one, source: 'Trừ 01 nhiệm vụ trùng' }));
  const last = { revision: saved.revision, paragraphs, seen, values: sourced };
  const { revision: now } = await foreign.call(agencyReportContract.saveAgencyReport, {
    params: { id },
    body: last,
  });
  const receipt = await foreign.call(agencyReportContract.submitAgencyReport, {
    params: { id },
    body: { revision: now },
  });
  const filed = await look(focal, id);
  expect(filed.values.find((one) => one.indicator === 'duties.given')).toMatchObject({
    amount: 5,
    source: 'Trừ 01 nhiệm vụ trùng',
  });
  expect(filed.filings[0]!.sha256).toBe(receipt.sha256);
});

test('a report is returned with reasons by heading; its filings are compared', async () => {
  const id = await mineOf(foreign);
  const slots = [{ slot: 'II.1', reason: 'Ghi số đại biểu' }];
  const body = { reason: 'Thiếu số liệu', slots };
  await focal.call(agencyReportContract.returnAgencyReport, { params: { id }, body });
  const { paragraphs, seen, revision, returnNotes } = await look(foreign, id);
  expect(returnNotes).toEqual(slots);
  const mended = paragraphs.map((one) =>
    one.slot === 'II.1' ? { ...one, text: `${one.text} 120 đại biểu.` } : one,
  );
  const saved = await foreign.call(agencyReportContract.saveAgencyReport, {
    params: { id },
    body: { revision, paragraphs: mended, seen },
  });
  await foreign.call(agencyReportContract.submitAgencyReport, {
    params: { id },
    body: { revision: saved.revision },
  });
  const compared = await focal.call(agencyReportContract.compareFilings, {
    params: { id },
    query: { from: 1, to: 2 },
  });
  expect(compared).toEqual({
    slots: [
      {
        slot: 'II.1',
        changes: [{ before: 'Tổ chức 01 hội nghị.', after: 'Tổ chức 01 hội nghị. 120 đại biểu.' }],
      },
    ],
    values: [],
  });
});

test('where the head approves, who wrote asks, the head files, and nobody approves what they asked for', async () => {
  await change({ headApproves: true });
  const period = (await open(1, 2027)).id;
  const id = await mineOf(foreign, period);
  const params = { id };
  const alone = await foreign.refused(agencyReportContract.submitAgencyReport, {
    params,
    body: { revision: 0 },
  });
  expect(alone).toMatchObject({ status: 409, title: expect.stringMatching(/thủ trưởng duyệt/) });
  await foreign.call(agencyReportContract.askApproval, { params, body: { revision: 0 } });
  const waiting = await look(foreign, id);
  expect(waiting).toMatchObject({ mayWrite: false, approval: { askedBy: 'Trần Ngọc Lan', mayFile: false } });
  const { paragraphs, seen } = waiting;
  const body = { revision: 0, paragraphs, seen };
  expect((await foreign.refused(agencyReportContract.saveAgencyReport, { params, body })).status).toBe(409);
  expect((await head.refused(agencyReportContract.endApproval, { params, body: {} })).status).toBe(422);
  await head.call(agencyReportContract.endApproval, { params, body: { reason: 'Bổ sung kết quả III.2.b' } });
  expect(await look(foreign, id)).toMatchObject({
    mayWrite: true,
    approval: { askedBy: null, sentBack: 'Bổ sung kết quả III.2.b' },
  });
  await foreign.call(agencyReportContract.askApproval, { params, body: { revision: 0 } });
  const receipt = await head.call(agencyReportContract.submitAgencyReport, { params, body: { revision: 0 } });
  expect(receipt).toMatchObject({ approvedBy: 'Lý Thị Hoa', filedBy: 'Lý Thị Hoa' });
  // The head who asked cannot approve it; a head who writes and files alone answers for it.
  const own = await mineOf(home, period);
  await home.call(agencyReportContract.askApproval, { params: { id: own }, body: { revision: 0 } });
  const asked = await home.refused(agencyReportContract.submitAgencyReport, {
    params: { id: own },
    body: { revision: 0 },
  });
  expect(asked.status).toBe(403);
  await home.call(agencyReportContract.endApproval, { params: { id: own }, body: {} });
  await home.call(agencyReportContract.submitAgencyReport, { params: { id: own }, body: { revision: 0 } });
});

test('after the lock nothing is filed, but by an exception with its reason, and only until its day', async () => {
  await change({ headApproves: false, locksAfter: 1 });
  const period = (await open(2, 2025)).id;
  const id = await mineOf(home, period);
  const params = { id };
  const { isLocked, mayWrite, paragraphs, seen, locksOn } = await look(home, id);
  expect({ isLocked, mayWrite, locksOn }).toEqual({ isLocked: true, mayWrite: false, locksOn: '2025-12-17' });
  const body = { revision: 0, paragraphs, seen };
  expect(await home.refused(agencyReportContract.saveAgencyReport, { params, body })).toMatchObject({
    status: 409,
    title: expect.stringMatching(/đã khóa sau ngày 17\/12\/2025/),
  });
  const exception = { reason: 'Chờ số liệu sáp nhập', until: '2026-12-16' };
  expect((await home.refused(agencyReportContract.unlockReport, { params, body: exception })).status).toBe(
    403,
  );
  const past = { ...exception, until: '2026-12-14' };
  expect((await focal.refused(agencyReportContract.unlockReport, { params, body: past })).status).toBe(422);
  await focal.call(agencyReportContract.unlockReport, { params, body: exception });
  expect((await look(home, id)).unlocks).toMatchObject([{ ...exception, by: 'Lê Thị Thu Hà' }]);
  await home.call(agencyReportContract.saveAgencyReport, { params, body });
  t.setNow(new Date('2026-12-16T17:30:00Z'));
  const later = await t.as('noivu@example.vn');
  const closed = await later.refused(agencyReportContract.submitAgencyReport, {
    params,
    body: { revision: 1 },
  });
  expect(closed.status).toBe(409);
  const board = await (await t.as('daumoi@example.vn')).call(periodContract.getPeriod, {
    params: { id: period },
  });
  expect(board).toMatchObject({ isLocked: true, mayLock: true });
  await (await t.as('daumoi@example.vn')).call(periodContract.lockPeriod, {
    params: { id: period },
    body: { locksOn: null, reason: 'Gia hạn toàn kỳ' },
  });
  await later.call(agencyReportContract.submitAgencyReport, { params, body: { revision: 1 } });
  const { lines } = await (await t.as('daumoi@example.vn')).call(subjectLedger, {
    params: { subjectKind: 'agency-report', subjectId: id },
  });
  expect(lines.map((line) => line.kind)).toContain('agency-report.unlocked');
  t.setNow(new Date('2026-12-15T03:00:00Z'));
});

test('files go with the report, are frozen with what was filed, and are seen only by who may see it', async () => {
  const { content } = await definition();
  await change({ ...content, locksAfter: null });
  const period = (await open(2, 2027)).id;
  const id = await mineOf(foreign, period);
  const send = (person: Person, name: string) =>
    t.web.inject({
      method: 'POST',
      url: addressOf(agencyReportContract.attachFiles, { params: { id } }),
      headers: { cookie: person.cookie, 'content-type': 'multipart/form-data; boundary=x' },
      payload: `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\nbiểu số liệu\r\n--x--\r\n`,
    });
  expect((await send(home, 'trom.txt')).statusCode).toBe(403);
  const { files } = (await send(foreign, 'bieu.txt')).json() as { files: { fileId: string; name: string }[] };
  expect(files.map(({ name }) => name)).toEqual(['bieu.txt']);
  const get = async (person: Person) =>
    (await t.web.inject({ url: `/api/files/${files[0]!.fileId}`, headers: { cookie: person.cookie } }))
      .statusCode;
  expect([await get(foreign), await get(focal), await get(home)]).toEqual([200, 404, 404]);
  await foreign.call(agencyReportContract.submitAgencyReport, { params: { id }, body: { revision: 0 } });
  expect([await get(focal), await get(home)]).toEqual([200, 404]);
  await focal.call(agencyReportContract.returnAgencyReport, { params: { id }, body: { reason: 'Sửa' } });
  const params = { id, fileId: files[0]!.fileId };
  expect((await foreign.call(agencyReportContract.detachFile, { params })).files).toEqual([]);
  expect((await look(focal, id)).filings[0]!.files.map(({ name }) => name)).toEqual(['bieu.txt']);
});
