import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareLines, subjectLedger, undoLine } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  acceptAgencyReport,
  getAgencyReport,
  returnAgencyReport,
  saveAgencyReport,
  submitAgencyReport,
} from './agency-report.contract.ts';
import { changeDefinition, listDefinitions, makeDefinition, proposeWindow } from './definition.contract.ts';
import { getPeriod, listPeriods, openPeriod } from './period.contract.ts';
import { logProgress, publishPlan217 } from './plan-217.test-data.ts';

let t: TestHouse;
let focal: Person;
let foreign: Person;
let culture: Person;
let documentId: string;
let definitionId: string;
let periodId: string;
const mineOf = async (person: Person) =>
  (await person.call(listPeriods, {})).periods.find((period) => period.id === periodId)!.mine[0]!.id;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-06-16T12:00:00Z'));
  documentId = await publishPlan217(t.house, t.tenantId);
  focal = await t.as('daumoi@example.vn');
  foreign = await t.as('ngoaivu@example.vn');
  culture = await t.as('vanhoa@example.vn');
  const log = (email: string, path: string, note: string, doneOn: string) =>
    logProgress(t.house, t.tenantId, { email, path, note, doneOn });
  await log(
    'ngoaivu@example.vn',
    'III.2.a',
    'thẩm định 04 hồ sơ tổ chức phi chính phủ nước ngoài',
    '2026-03-10',
  );
  await log('ngoaivu@example.vn', 'III.2.a', 'đã làm trước kỳ', '2025-12-14');
  await log('ngoaivu@example.vn', 'III.11.a', 'Tổ chức 01 hội nghị tuyên truyền', '2026-06-14');
  await log('vanhoa@example.vn', 'III.7.a', 'Tổ chức Tuần lễ văn hóa với 03 đoàn nước ngoài', '2026-02-01');
});
afterAll(() => t.close());

test('a definition takes its outline from the task groups of the plan', async () => {
  const { plans } = await focal.call(listDefinitions, {});
  expect(plans.map((plan) => plan.documentId)).toEqual([documentId]);
  const { id, content } = await focal.call(makeDefinition, { body: { documentId } });
  definitionId = id;
  expect(content.basis).toBe('Kế hoạch số 217/KH-UBND, III.11.b');
  expect(content.slots.map((slot) => slot.key)).toEqual(
    'I II II.1 II.2 II.3 II.4 II.5 II.6 II.7 III III.1 III.2 III.3 IV V'.split(' '),
  );
  expect(content.slots[2]?.heading).toMatch(/^Tuyên truyền, quán triệt Chỉ thị số 12-CT\/TW/);
  expect(content.letter).toMatchObject({ notation: 'BC-LHHN', place: 'Cần Thơ' });
  expect(content.letter.title).toBe(
    'Kết quả thực hiện Kế hoạch số 217/KH-UBND ngày 21 tháng 10 năm 2022 của Ủy ban nhân dân thành phố Cần Thơ',
  );
  expect((await focal.refused(makeDefinition, { body: { documentId } })).status).toBe(409);
});

test('a plan without task groups reports by its sections', async () => {
  const other = await openTestHouse();
  const id = await publishPlan217(other.house, other.tenantId, { withGroups: false });
  const { content } = await (await other.as('daumoi@example.vn')).call(makeDefinition, {
    body: { documentId: id },
  });
  const results = content.slots.filter((slot) => slot.takes);
  expect(results.map((slot) => slot.takes)).toContainEqual({ by: 'section', path: 'III.7' });
  expect(results.map((slot) => slot.takes)).toContainEqual({ by: 'rest' });
  await other.close();
});

test('opening a period gives every agency with a part in the plan a report', async () => {
  const query = { kind: 'half-year', year: 2026, index: 1 } as const;
  expect(await focal.call(proposeWindow, { params: { id: definitionId }, query })).toEqual({
    name: '6 tháng đầu năm 2026',
    from: '2025-12-15',
    to: '2026-06-14',
    dueOn: '2026-06-16',
  });
  const opened = await focal.call(openPeriod, { body: { definitionId, ...query } });
  periodId = opened.id;
  const board = await focal.call(getPeriod, { params: { id: periodId } });
  expect(board.reports.map((report) => report.agencyName)).toEqual([
    'Liên hiệp các tổ chức hữu nghị thành phố',
    'Sở Ngoại vụ',
    'Sở Nội vụ',
    'Sở Tài chính',
    'Sở Tư pháp',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Ủy ban Mặt trận Tổ quốc Việt Nam thành phố',
  ]);
  expect(board.counts).toMatchObject({ expected: opened.expected, draft: 7, submitted: 0 });
  const again = await focal.refused(openPeriod, { body: { definitionId, ...query } });
  expect(again.title).toMatch(/đã được mở/);
  expect((await culture.refused(openPeriod, { body: { definitionId, ...query } })).status).toBe(403);
  const none = await focal.refused(openPeriod, { body: { definitionId, ...query, index: 3 } });
  expect(none.status).toBe(422);
});

test('a report is prefilled from the entries inside the window, each with its source', async () => {
  const report = await foreign.call(getAgencyReport, { params: { id: await mineOf(foreign) } });
  const told = report.paragraphs.filter(({ slot }) => slot.startsWith('II.'));
  expect(told.map(({ slot, text }) => [slot, text])).toEqual([
    ['II.4', 'Thẩm định 04 hồ sơ tổ chức phi chính phủ nước ngoài.'],
    ['II.1', 'Tổ chức 01 hội nghị tuyên truyền.'],
  ]);
  for (const paragraph of told) expect(paragraph.sources[0]?.progressEntryId).toBeTruthy();
  for (const { sources } of report.paragraphs) expect(sources.length).toBeGreaterThan(0);
  expect(report).toMatchObject({ state: 'draft', mayWrite: true, mayDecide: false, fresh: [] });
});

test('a saved report keeps its words, and a later entry is offered without touching them', async () => {
  const id = await mineOf(foreign);
  const { paragraphs, seen } = await foreign.call(getAgencyReport, { params: { id } });
  const kept = [{ ...paragraphs[0]!, text: 'Đã thẩm định 04 hồ sơ.' }];
  const saved = await foreign.call(saveAgencyReport, {
    params: { id },
    body: { revision: 0, paragraphs: kept, seen },
  });
  await logProgress(t.house, t.tenantId, {
    email: 'ngoaivu@example.vn',
    path: 'III.2.b',
    note: 'Kiểm tra 02 cơ quan',
    doneOn: '2026-06-01',
  });
  const after = await foreign.call(getAgencyReport, { params: { id } });
  expect(after.paragraphs).toEqual(kept);
  expect(after.fresh.map((one) => one.text)).toEqual(['Kiểm tra 02 cơ quan.']);
  const stale = await foreign.refused(saveAgencyReport, {
    params: { id },
    body: { revision: 0, paragraphs: kept, seen },
  });
  expect(stale).toMatchObject({ status: 409, revision: saved.revision });
});

test('a paragraph cannot borrow the source of another agency', async () => {
  const theirs = await culture.call(getAgencyReport, { params: { id: await mineOf(culture) } });
  const id = await mineOf(foreign);
  const refused = await foreign.refused(saveAgencyReport, {
    params: { id },
    body: { revision: 1, paragraphs: theirs.paragraphs, seen: [] },
  });
  expect(refused.status).toBe(422);
});

test('submitting gives a receipt; a returned report is filed again as a new version', async () => {
  const id = await mineOf(foreign);
  expect((await focal.refused(getAgencyReport, { params: { id } })).status).toBe(404);
  const receipt = await foreign.call(submitAgencyReport, { params: { id }, body: { revision: 1 } });
  expect(receipt).toMatchObject({ number: 1, isLate: false, filedBy: 'Trần Ngọc Lan' });
  expect(receipt.sha256).toMatch(/^[0-9a-f]{64}$/);
  const seen = await focal.call(getAgencyReport, { params: { id } });
  expect(seen).toMatchObject({ state: 'submitted', mayWrite: false, mayDecide: true });
  const locked = await foreign.refused(submitAgencyReport, { params: { id }, body: { revision: 1 } });
  expect(locked.title).toMatch(/đã gửi/);

  await focal.call(returnAgencyReport, { params: { id }, body: { reason: 'Thiếu kết quả kiểm tra' } });
  const returned = await foreign.call(getAgencyReport, { params: { id } });
  expect(returned).toMatchObject({
    state: 'returned',
    returnReason: 'Thiếu kết quả kiểm tra',
    mayWrite: true,
  });
  const { revision } = await foreign.call(saveAgencyReport, {
    params: { id },
    body: { revision: 1, paragraphs: [...returned.paragraphs, ...returned.fresh], seen: returned.seen },
  });
  t.setNow(new Date('2026-06-16T17:30:00Z'));
  const second = await foreign.call(submitAgencyReport, { params: { id }, body: { revision } });
  expect(second).toMatchObject({ number: 2, isLate: true });
  expect(second.sha256).not.toBe(receipt.sha256);
  await focal.call(acceptAgencyReport, { params: { id } });
  const board = await focal.call(getPeriod, { params: { id: periodId } });
  expect(board.counts).toMatchObject({ draft: 6, accepted: 1, late: 1 });
  await undoAcceptance(id);
});

/** The decision is taken back by its line; both filings stand side by side; then it is accepted again. */
async function undoAcceptance(id: string) {
  const params = { subjectKind: 'agency-report', subjectId: id };
  const { lines } = await focal.call(subjectLedger, { params });
  const accepted = lines.at(-1)!;
  expect((await foreign.refused(undoLine, { params: { ...params, seq: accepted.seq } })).status).toBe(403);
  await focal.call(undoLine, { params: { ...params, seq: accepted.seq } });
  expect((await focal.call(getAgencyReport, { params: { id } })).state).toBe('submitted');
  const [first, second] = lines.filter((line) => line.kind === 'agency-report.submitted');
  const query = { from: first!.seq, to: second!.seq };
  const { fields } = await focal.call(compareLines, { params, query });
  expect(fields.some((one) => one.differs && one.name.vi.startsWith('mục '))).toBe(true);
  await focal.call(acceptAgencyReport, { params: { id } });
}

test('only the agency writes its report; staff of another agency do not even read it', async () => {
  const id = await mineOf(foreign);
  expect((await culture.refused(getAgencyReport, { params: { id } })).status).toBe(403);
  expect((await culture.refused(getPeriod, { params: { id: periodId } })).status).toBe(403);
  const other = await mineOf(culture);
  expect(
    (await focal.refused(submitAgencyReport, { params: { id: other }, body: { revision: 0 } })).status,
  ).toBe(403);
  expect((await foreign.refused(returnAgencyReport, { params: { id }, body: { reason: 'x' } })).status).toBe(
    403,
  );
  const nobody = await t.as('ninhkieu@example.vn');
  expect((await nobody.call(listPeriods, {})).periods).toEqual([]);
});

test('a changed definition is a new version; an open period keeps its own', async () => {
  const { definitions } = await focal.call(listDefinitions, {});
  const { id, version, content } = definitions[0]!;
  const changed = { ...content, slots: [{ ...content.slots[0]!, heading: 'Tình hình' }] };
  await focal.call(changeDefinition, { params: { id }, body: { version, content: changed } });
  const board = await focal.call(getPeriod, { params: { id: periodId } });
  expect(board.slots).toHaveLength(15);
  const stale = await focal.refused(changeDefinition, {
    params: { id },
    body: { version, content: changed },
  });
  expect(stale.status).toBe(409);
});

test('another province sees nothing of it', async () => {
  const { id } = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh khác', host: 'khac' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const table of [
    'report_definition',
    'report_period',
    'agency_report',
    'agency_report_filing',
  ] as const) {
    const count = (tenantId: string) =>
      inTenant(t.house.db, tenantId, (tx) => tx.selectFrom(table).select('tenant_id').execute());
    expect(await count(t.tenantId)).not.toEqual([]);
    expect(await count(id)).toEqual([]);
  }
});
