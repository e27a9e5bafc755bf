import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { addName, removeName } from '#app/agencies/record/record.contract.ts';
import { confirmDuties, correctDuty, correctHeader, showDocument } from '#app/documents/document.contract.ts';
import { plan217, upload } from '#app/documents/document.test-data.ts';
import { actOnAssignment, logProgress } from '#app/duties/assignment.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { previewPublication, publish } from '#app/duties/publication.contract.ts';
import { ledgerBooks } from '#app/main.ts';
import { inTenant } from '#app/platform/database.ts';
import { changeDefinition, makeDefinition } from '#app/reports/definition.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { checkLedger } from './check-ledger.ts';
import { compareLines, listRemoved, restoreRemoved, subjectLedger, undoLine } from './ledger.contract.ts';

let t: TestHouse;
let focal: Person;
let lan: Person;
let document: string;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
  lan = await t.as('ngoaivu@example.vn');
  document = (await upload(t, focal, { file: 'plan-217.md', bytes: plan217('plan-217.md') })).id;
});
afterAll(() => t.close());

const about = (subjectKind: string, subjectId: string) => ({ subjectKind, subjectId });
const linesOf = async (person: Person, subjectKind: string, subjectId: string) =>
  (await person.call(subjectLedger, { params: about(subjectKind, subjectId) })).lines;
const undo = (person: Person, subjectKind: string, subjectId: string, seq: number) =>
  person.call(undoLine, { params: { ...about(subjectKind, subjectId), seq } });
const shown = () => focal.call(showDocument, { params: { id: document } });

test('a corrected header: both versions side by side, taken back by a new line, refused where later edits stand', async () => {
  const read = await shown();
  const correct = async (title: string) =>
    focal.call(correctHeader, {
      params: { id: document },
      body: { revision: (await shown()).revision, title },
    });
  await correct('Kế hoạch thử một');
  await correct('Kế hoạch thử hai');
  const { fields } = await focal.call(compareLines, {
    params: about('document', document),
    query: { from: 1, to: 2 },
  });
  expect(fields).toEqual([
    {
      name: { vi: 'trích yếu', en: 'title' },
      before: { vi: read.title, en: read.title },
      after: { vi: 'Kế hoạch thử một', en: 'Kế hoạch thử một' },
      differs: true,
    },
  ]);
  const refused = await focal.refused(undoLine, { params: { ...about('document', document), seq: 2 } });
  expect(refused).toMatchObject({ status: 409, later: [3] });
  expect(refused.title).toContain('dòng 3 (trích yếu)');
  await undo(focal, 'document', document, 3);
  expect((await shown()).title).toBe('Kế hoạch thử một');
  await undo(focal, 'document', document, 2);
  expect((await shown()).title).toBe(read.title);
  const lines = await linesOf(focal, 'document', document);
  expect(lines.at(-1)!.said.vi).toBe('Lê Thị Thu Hà hoàn tác dòng 2 (sửa thông tin chung của văn bản)');
  expect(lines[1]).toMatchObject({ undoneBy: 5, mayUndo: false });
  const again = await focal.refused(undoLine, { params: { ...about('document', document), seq: 2 } });
  expect(again).toMatchObject({ status: 409 });
});

test('a corrected duty is taken back field by field; one that was left out is restored from the list', async () => {
  const before = (await shown()).duties[0]!;
  const correct = async (body: Record<string, unknown>) =>
    focal.call(correctDuty, {
      params: { id: document, dutyId: before.id },
      body: { revision: (await shown()).revision, ...body },
    });
  await correct({ product: 'Báo cáo thử' });
  let lines = await linesOf(focal, 'document', document);
  await undo(focal, 'document', document, lines.at(-1)!.seq);
  expect((await shown()).duties[0]).toMatchObject({ product: before.product, correctedBy: null });
  await correct({ removed: true });
  const { things } = await focal.call(listRemoved, {});
  expect(things).toMatchObject([{ subjectKind: 'document', thing: before.id, text: before.text }]);
  expect((await lan.call(listRemoved, {})).things).toEqual([]);
  const { subjectKind, subjectId, thing } = things[0]!;
  expect(await lan.refused(restoreRemoved, { body: { subjectKind, subjectId, thing } })).toMatchObject({
    status: 403,
  });
  await focal.call(restoreRemoved, { body: { subjectKind, subjectId, thing } });
  expect((await shown()).duties[0]!.removed).toBe(false);
  lines = await linesOf(focal, 'document', document);
  expect(lines.at(-1)!.kind).toBe('document.duty-restored');
});

test('after publication the reading stays', async () => {
  const { revision } = await shown();
  await focal.call(confirmDuties, { params: { id: document }, body: { revision, confirmed: true } });
  const { names } = await focal.call(previewPublication, { params: { id: document } });
  const decisions = names
    .filter((name) => name.mustBeDecided)
    .map(({ printed }) => ({ printed, agencyIds: [] }));
  await focal.call(publish, { params: { id: document }, body: { decisions } });
  const lines = await linesOf(focal, 'document', document);
  expect(lines.some((line) => line.mayUndo)).toBe(false);
  const confirmed = lines.find((line) => line.kind === 'document.all-confirmed')!;
  const params = { ...about('document', document), seq: confirmed.seq };
  expect(await focal.refused(undoLine, { params })).toMatchObject({ status: 409 });
});

/** A duty in which Sở Ngoại vụ has a part. */
async function ownDuty() {
  const { rows } = await lan.call(listDuties, { query: {} });
  for (const row of rows) {
    const duty = await lan.call(showDuty, { params: { id: row.id } });
    const part = duty.parts.find((one) => one.isOwn && one.state === 'assigned');
    if (part) return { dutyId: duty.id, partId: part.id };
  }
  throw new Error('no duty of Sở Ngoại vụ');
}

async function tellProgress(partId: string, note: string) {
  const form = new FormData();
  form.set('note', note);
  const body = new Response(form);
  const answer = await t.web.inject({
    method: 'POST',
    url: logProgress.path.replace(':id', partId),
    headers: { cookie: lan.cookie, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  expect(answer.statusCode).toBe(200);
}

test('progress and steps of a part are taken back from the newest on, and progress comes again', async () => {
  const { dutyId, partId } = await ownDuty();
  const part = async () =>
    (await lan.call(showDuty, { params: { id: dutyId } })).parts.find((one) => one.id === partId)!;
  const act = (person: Person, action: 'receive' | 'report-done' | 'confirm') =>
    person.call(actOnAssignment, { params: { id: partId }, body: { action } });
  await act(lan, 'receive');
  await tellProgress(partId, 'Đã gửi công văn cho các quận');
  await act(lan, 'report-done');
  const before = (await part()).state;
  await act(focal, 'confirm');
  const bySeq = async (kind: string) =>
    (await linesOf(focal, 'duty', dutyId)).findLast((line) => line.kind === kind)!.seq;
  const progressed = { ...about('duty', dutyId), seq: await bySeq('duty.progressed') };
  expect(await lan.refused(undoLine, { params: progressed })).toMatchObject({ status: 409 });
  const confirmed = { ...about('duty', dutyId), seq: await bySeq('duty.completed') };
  expect(await lan.refused(undoLine, { params: confirmed })).toMatchObject({ status: 403 });
  await undo(focal, 'duty', dutyId, await bySeq('duty.completed'));
  expect((await part()).state).toBe(before);
  await undo(lan, 'duty', dutyId, await bySeq('duty.reported-done'));
  await undo(lan, 'duty', dutyId, await bySeq('duty.progressed'));
  expect((await part()).state).toBe('received');
  expect((await lan.call(showDuty, { params: { id: dutyId } })).progress).toEqual([]);
  const { things } = await lan.call(listRemoved, {});
  expect(things).toMatchObject([{ text: 'Đã gửi công văn cho các quận', subjectId: dutyId }]);
  await lan.call(restoreRemoved, {
    body: { subjectKind: 'duty', subjectId: dutyId, thing: things[0]!.thing },
  });
  expect((await part()).state).toBe('in-progress');
  expect((await lan.call(showDuty, { params: { id: dutyId } })).progress).toHaveLength(1);
  expect((await checkLedger(t.house, t.tenantId, ledgerBooks)).findings).toEqual([]);
});

test('a row changed behind the ledger’s back is found by what the events say', async () => {
  const change = async (statement: ReturnType<typeof sql>) => {
    await inTenant(t.owner, t.tenantId, (tx) => statement.execute(tx));
    return (await checkLedger(t.house, t.tenantId, ledgerBooks)).findings;
  };
  const { dutyId, partId } = await ownDuty();
  const found = await change(sql`update assignment set state = 'completed' where id = ${partId}`);
  expect(found).toMatchObject([{ what: 'row', subjectKind: 'duty', subjectId: dutyId }]);
  expect(found[0]!.said.vi).toContain('một phần việc ghi “hoàn thành” mà nhật ký nói “chưa tiếp nhận”');
  await change(sql`update assignment set state = 'assigned' where id = ${partId}`);
  const note = await change(sql`update progress_entry set note = 'Lời khác'`);
  expect(note[0]!.said.vi).toContain('nay ghi “Lời khác”');
  await change(sql`update progress_entry set note = 'Đã gửi công văn cho các quận'`);
  const draft = await change(sql`update document set state = 'draft'`);
  expect(draft[0]!.said.vi).toContain('ghi là chưa công bố');
  expect(await change(sql`update document set state = 'published'`)).toEqual([]);
});

test('a report definition: what a version changed, and back to the one before', async () => {
  const made = await focal.call(makeDefinition, { body: { documentId: document } });
  const params = { id: made.id };
  await focal.call(changeDefinition, {
    params,
    body: { version: 1, content: { ...made.content, fileWithin: made.content.fileWithin + 3 } },
  });
  const { fields } = await focal.call(compareLines, {
    params: about('report-definition', made.id),
    query: { from: 1, to: 2 },
  });
  expect(fields.filter((one) => one.differs).map((one) => one.name.vi)).toEqual([
    'phiên bản',
    'số ngày làm việc để gửi',
  ]);
  await undo(focal, 'report-definition', made.id, 2);
  const lines = await linesOf(focal, 'report-definition', made.id);
  expect(lines.at(-1)!.said.vi).toContain('hoàn tác dòng 2');
  const back = await focal.call(changeDefinition, { params, body: { version: 3, content: made.content } });
  expect(back.version).toBe(4);
});

test('a name of an agency that was removed is listed, and comes again', async () => {
  const { agencies } = await focal.call(listAgencies, {});
  const agency = agencies.find((one) => one.name === 'Sở Ngoại vụ')!;
  const params = { id: agency.id };
  const { rowId } = await focal.call(addName, { params, body: { name: 'Sở Đối ngoại', kind: 'former' } });
  await focal.call(removeName, { params: { ...params, rowId } });
  const { things } = await focal.call(listRemoved, {});
  const thing = things.find((one) => one.subjectKind === 'agency')!;
  expect(thing).toMatchObject({ subjectId: agency.id, from: 'Sở Ngoại vụ' });
  expect(thing.text).toContain('bỏ tên gọi “Sở Đối ngoại”');
  const { subjectKind, subjectId } = thing;
  await focal.call(restoreRemoved, { body: { subjectKind, subjectId, thing: thing.thing } });
  const again = await focal.call(listAgencies, {});
  expect(again.agencies.find((one) => one.id === agency.id)!.names).toContain('Sở Đối ngoại');
  expect((await focal.call(listRemoved, {})).things.some((one) => one.subjectKind === 'agency')).toBe(false);
});
