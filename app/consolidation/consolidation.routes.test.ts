import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLedger } from '#app/ledger/index.ts';
import { compareLines, listRemoved, subjectLedger, undoLine } from '#app/ledger/ledger.contract.ts';
import { checkOfficialDocx } from '#app/letters/index.ts';
import { ledgerBooks } from '#app/main.ts';
import { inTenant } from '#app/platform/database.ts';
import * as agencyReportContract from '#app/reports/agency-report.contract.ts';
import * as definitionContract from '#app/reports/definition.contract.ts';
import * as periodContract from '#app/reports/period.contract.ts';
import { logProgress, publishPlan217 } from '#app/reports/plan-217.test-data.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  addSentence,
  changeLetter,
  changeSentence,
  documentAddress,
  gatherConsolidation,
  getConsolidation,
  getSources,
  issueConsolidation,
  listConsolidations,
  makeConsolidation,
  moveSentence,
  removeSentence,
  restoreSentence,
} from './consolidation.contract.ts';

let t: TestHouse;
let focal: Person;
let foreign: Person;
let culture: Person;
let home: Person;
let periodId: string;
let id: string;

const look = () => focal.call(getConsolidation, { params: { id } });
const find = async (words: string) => (await look()).sentences.find((one) => one.text.includes(words))!;
const download = (person: Person, reason?: string) =>
  t.web.inject({ method: 'GET', url: documentAddress(id, reason), headers: { cookie: person.cookie } });
const wordsOf = (bytes: Buffer) =>
  strFromU8(unzipSync(bytes)['word/document.xml']!)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:br\/>/g, ' ')
    .replace(/<[^>]+>/g, '');

async function reportOf(person: Person) {
  const { periods } = await person.call(periodContract.listPeriods, {});
  return periods[0]!.mine[0]!.id;
}

/** Files an agency's report with one paragraph of its own beside what is prefilled from its progress. */
async function file(person: Person, slot: string, text: string) {
  const reportId = await reportOf(person);
  const { revision, paragraphs, seen } = await person.call(agencyReportContract.getAgencyReport, {
    params: { id: reportId },
  });
  const own = { id: crypto.randomUUID(), slot, text, sources: [] };
  const told = paragraphs.filter((one) => one.sources.some((source) => source.progressEntryId));
  const saved = await person.call(agencyReportContract.saveAgencyReport, {
    params: { id: reportId },
    body: { revision, paragraphs: [...told, own], seen },
  });
  await person.call(agencyReportContract.submitAgencyReport, {
    params: { id: reportId },
    body: { revision: saved.revision },
  });
  return reportId;
}

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-06-16T02:00:00Z'));
  const documentId = await publishPlan217(t.house, t.tenantId);
  focal = await t.as('daumoi@example.vn');
  foreign = await t.as('ngoaivu@example.vn');
  culture = await t.as('vanhoa@example.vn');
  home = await t.as('noivu@example.vn');
  const said = 'Tổ chức 01 hội nghị tuyên truyền chủ trương về đối ngoại nhân dân';
  for (const [email, path, note] of [
    ['ngoaivu@example.vn', 'III.2.a', 'thẩm định 04 hồ sơ tổ chức phi chính phủ nước ngoài'],
    ['ngoaivu@example.vn', 'III.11.a', said],
    ['vanhoa@example.vn', 'III.11.a', `${said};`],
    ['vanhoa@example.vn', 'III.7.a', 'Tổ chức Tuần lễ văn hóa với 03 đoàn nước ngoài'],
    ['noivu@example.vn', 'III.3', 'Mở 01 lớp tập huấn cho 45 học viên'],
  ] as const)
    await logProgress(t.house, t.tenantId, { email, path, note, doneOn: '2026-03-10' });
  const { id: definitionId } = await focal.call(definitionContract.makeDefinition, { body: { documentId } });
  const opened = await focal.call(periodContract.openPeriod, {
    body: { definitionId, kind: 'half-year', year: 2026, index: 1 },
  });
  periodId = opened.id;
});
afterAll(() => t.close());

test('nothing is drafted while nobody has filed', async () => {
  const refused = await focal.refused(makeConsolidation, { body: { periodId } });
  expect(refused.title).toMatch(/Chưa có cơ quan nào gửi/);
});

test('two agencies file; each sentence of the draft has a source, alike ones are folded', async () => {
  await file(foreign, 'V', 'Đề nghị bố trí kinh phí dịch thuật.');
  await file(culture, 'III.2', 'Kinh phí còn hạn chế.');
  expect((await foreign.refused(makeConsolidation, { body: { periodId } })).status).toBe(403);
  ({ id } = await focal.call(makeConsolidation, { body: { periodId } }));
  const draft = await look();
  expect(draft.sentences.every((one) => one.sources.length > 0 || one.isEditorial)).toBe(true);
  expect(draft).toMatchObject({ unsupported: 0, waiting: [], agencies: { expected: 7, taken: 2 } });
  expect(draft.sentences.map(({ slot, text }) => [slot, text])).toContainEqual([
    'II.1',
    'Sở Ngoại vụ; Sở Văn hóa, Thể thao và Du lịch đều tổ chức 01 hội nghị tuyên truyền chủ trương về đối ngoại nhân dân.',
  ]);
  const [figures, board] = draft.sentences;
  expect(figures!.text).toMatch(
    /^Kế hoạch số 217\/KH-UBND giao 26 nhiệm vụ\. Tính đến ngày 14\/06\/2026: .*đang thực hiện trong hạn 23, .*; 03 đề nghị/,
  );
  expect(board!.text).toMatch(
    /^Đến ngày 16\/06\/2026, 02\/07 cơ quan đã gửi báo cáo\. Chưa nhận .*Sở Nội vụ;/,
  );
  expect(draft.sentences.find((one) => one.slot === 'II.2')?.text).toMatch(/chưa báo cáo kết quả/);
  expect(draft.figures.duties).toBe(26);
  expect((await focal.refused(makeConsolidation, { body: { periodId } })).status).toBe(409);
});

test('a source opens the sentence of the agency, the duty and the words of the plan', async () => {
  const folded = await find('đều tổ chức');
  const { sources } = await focal.call(getSources, { params: { id, sentenceId: folded.id } });
  expect(sources.map(({ source }) => source.kind === 'agency-report' && source.agency)).toEqual([
    'Sở Ngoại vụ',
    'Sở Văn hóa, Thể thao và Du lịch',
  ]);
  expect(sources[0]!.duties[0]).toMatchObject({ path: 'III.11.a' });
  expect(sources[0]!.duties[0]!.text).toMatch(/^Tổ chức tuyên truyền đường lối/);
});

test('editing keeps the sources; two people on one sentence are told', async () => {
  const sentence = await find('thẩm định 04 hồ sơ');
  const params = { id, sentenceId: sentence.id };
  const text = 'Sở Ngoại vụ thẩm định 04 hồ sơ của tổ chức phi chính phủ nước ngoài, đúng hạn.';
  const changed = await focal.call(changeSentence, { params, body: { revision: sentence.revision, text } });
  expect(changed).toMatchObject({ text, isEdited: true, sources: sentence.sources });
  const late = await focal.refused(changeSentence, {
    params,
    body: { revision: sentence.revision, text: 'Khác' },
  });
  expect(late.status).toBe(409);
});

test('a sentence added is marked; one set aside keeps its reason and comes back', async () => {
  const added = await focal.call(addSentence, {
    params: { id },
    body: { slot: 'III.1', text: 'Công tác phối hợp ngày càng chặt chẽ.', after: null },
  });
  expect(added).toMatchObject({ isEditorial: true, sources: [] });
  const params = { id, sentenceId: (await find('không có nội dung báo cáo')).id };
  await focal.call(removeSentence, { params, body: { reason: 'Đã có câu biên tập' } });
  const after = await look();
  expect(after.removed.map((one) => one.removedReason)).toEqual(['Đã có câu biên tập']);
  await focal.call(restoreSentence, { params });
  expect((await look()).removed).toEqual([]);
  await focal.call(moveSentence, { params: { id, sentenceId: added.id }, body: { to: 'up' } });
  const slot = (await look()).sentences.filter((one) => one.slot === 'III.1');
  expect(slot[0]!.id).toBe(added.id);
  await focal.call(removeSentence, {
    params: { id, sentenceId: slot[1]!.id },
    body: { reason: 'Đã có câu biên tập' },
  });
});

test('what was edited, set aside or changed in the form is taken back by its line; both versions are seen', async () => {
  const params = { subjectKind: 'consolidation', subjectId: id };
  const lineOf = async (kind: string) =>
    (await focal.call(subjectLedger, { params })).lines.findLast((line) => line.kind === kind)!;
  const undo = async (kind: string) =>
    focal.call(undoLine, { params: { ...params, seq: (await lineOf(kind)).seq } });
  const [before] = (await look()).sentences;
  const body = { revision: before!.revision, text: 'Lời sửa để thử hoàn tác.' };
  await focal.call(changeSentence, { params: { id, sentenceId: before!.id }, body });
  const { seq } = await lineOf('consolidation.sentence-changed');
  const { fields } = await focal.call(compareLines, { params, query: { from: seq - 1, to: seq } });
  expect(fields.find((one) => one.differs && one.name.vi.endsWith('lời'))).toMatchObject({
    before: { vi: before!.text },
    after: { vi: 'Lời sửa để thử hoàn tác.' },
  });
  expect((await foreign.refused(undoLine, { params: { ...params, seq } })).status).toBe(404);
  await undo('consolidation.sentence-changed');
  const read = async () => (await look()).sentences.find((one) => one.id === before!.id);
  expect(await read()).toMatchObject({ text: before!.text, isEdited: before!.isEdited });
  await focal.call(removeSentence, { params: { id, sentenceId: before!.id }, body: { reason: 'thử' } });
  const listed = async () =>
    (await focal.call(listRemoved, {})).things.find((one) => one.thing === before!.id);
  expect(await listed()).toMatchObject({ reason: 'thử', subjectId: id });
  await undo('consolidation.sentence-removed');
  expect(await read()).toBeDefined();
  expect(await listed()).toBeUndefined();
  const { letter, revision } = await look();
  await focal.call(changeLetter, {
    params: { id },
    body: { revision, letter: { ...letter, place: 'Ninh Kiều' } },
  });
  await undo('consolidation.letter-changed');
  expect((await look()).letter).toEqual(letter);
});

test('a report that comes later is taken in and what was edited stays', async () => {
  await file(home, 'III.2', 'Kinh phí còn hạn chế.');
  expect((await look()).waiting).toEqual(['Sở Nội vụ']);
  const counts = await focal.call(gatherConsolidation, { params: { id } });
  expect(counts).toMatchObject({ added: 1, setAside: 0 });
  expect(counts.changed).toBeGreaterThanOrEqual(2);
  const draft = await look();
  const limits = draft.sentences.filter((one) => one.slot === 'III.2');
  expect(limits.map((one) => one.text)).toEqual([
    'Sở Văn hóa, Thể thao và Du lịch; Sở Nội vụ: Kinh phí còn hạn chế.',
  ]);
  expect(draft.sentences.some((one) => one.text.includes('đúng hạn.') && one.isEdited)).toBe(true);
  expect(draft.waiting).toEqual([]);
  expect(draft.sentences[1]!.text).toMatch(/03\/07 cơ quan/);
});

test('a returned report leaves the draft only when the draft is brought up to date, and is set aside', async () => {
  await focal.call(agencyReportContract.returnAgencyReport, {
    params: { id: await reportOf(culture) },
    body: { reason: 'Số liệu chưa khớp' },
  });
  expect((await look()).waiting).toEqual(['Sở Văn hóa, Thể thao và Du lịch']);
  await focal.call(gatherConsolidation, { params: { id } });
  const draft = await look();
  expect(draft.removed.map((one) => one.text)).toContain(
    'Sở Văn hóa, Thể thao và Du lịch tổ chức Tuần lễ văn hóa với 03 đoàn nước ngoài.',
  );
  expect(draft.sentences.find((one) => one.slot === 'II.1')?.text).toMatch(
    /^Sở Ngoại vụ tổ chức 01 hội nghị/,
  );
});

test('export is refused while a sentence has neither source nor mark, unless a reason is given', async () => {
  const sentence = await find('lớp tập huấn');
  const [source] = sentence.sources;
  const params = { id, sentenceId: sentence.id };
  await focal.call(changeSentence, {
    params,
    body: {
      revision: sentence.revision,
      dropSource: source!.kind === 'agency-report' ? source!.paragraphId : '',
    },
  });
  const refused = await download(focal);
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({ sentences: [sentence.id] });
  const forced = await download(focal, 'Lãnh đạo cần xem trước');
  expect(forced.statusCode).toBe(200);
  const { revision } = await find('lớp tập huấn');
  await focal.call(changeSentence, { params, body: { revision, isEditorial: true } });
  expect((await download(focal)).statusCode).toBe(200);
});

test('the draft is printed in the form of NĐ 30 with a blank number and date', async () => {
  const answer = await download(focal);
  expect(answer.headers['content-disposition']).toMatch(
    /^attachment; filename="du-thao-BC-LHHN-Ket-qua-thuc-hien-Ke-hoach-so-217-KH-UBND[\w-]*\.docx"; filename\*=UTF-8''du-thao-BC-LHHN%20K%E1%BA%BFt/,
  );
  const words = wordsOf(answer.rawPayload);
  for (const expected of [
    'ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ',
    'BÁO CÁO',
    'Kết quả thực hiện Kế hoạch số 217/KH-UBND ngày 21 tháng 10 năm 2022 của Ủy ban nhân dân thành phố Cần Thơ 6 tháng đầu năm 2026',
    'Kính gửi',
    'I. TÌNH HÌNH CHUNG, CÔNG TÁC CHỈ ĐẠO',
    '- Sở Ngoại vụ tổ chức 01 hội nghị tuyên truyền',
    'Công tác phối hợp ngày càng chặt chẽ.',
    './.',
    'Như trên',
  ])
    expect(words).toContain(expected);
  // Nobody has been named to sign yet; nothing else is missing.
  expect((await checkOfficialDocx(answer.rawPayload)).map((defect) => defect.box)).toEqual(['7a']);
});

test('issued, it is frozen: the bytes are those of the day, and nothing can be changed', async () => {
  const body = { number: '45', date: '2026-06-16', signer: 'Nguyễn Văn Minh' };
  const { letter, revision } = await look();
  await focal.call(changeLetter, {
    params: { id },
    body: { revision, letter: { ...letter, recipients: ['Sở Ngoại vụ', 'Lưu: VT'] } },
  });
  const { sha256 } = await focal.call(issueConsolidation, { params: { id }, body });
  const leader = await t.as('lanhdao@example.vn');
  const bytes = (await download(leader)).rawPayload;
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(wordsOf(bytes)).toContain('ngày 16 tháng 6 năm 2026');
  expect(wordsOf(bytes)).toContain('Nguyễn Văn Minh');
  expect(await checkOfficialDocx(bytes)).toEqual([]);
  const sentence = await find('Công tác phối hợp');
  const refused = await focal.refused(changeSentence, {
    params: { id, sentenceId: sentence.id },
    body: { revision: sentence.revision, text: 'Đổi' },
  });
  expect(refused.title).toMatch(/đã ban hành/);
  expect((await focal.refused(issueConsolidation, { params: { id }, body })).status).toBe(409);
});

test('agencies do not see the consolidation, nor does another province; the ledger holds', async () => {
  expect((await foreign.refused(getConsolidation, { params: { id } })).status).toBe(403);
  expect((await download(foreign)).statusCode).toBe(403);
  expect((await foreign.refused(listConsolidations, {})).status).toBe(403);
  const other = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh khác', host: 'khac' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const table of ['consolidation', 'consolidation_sentence', 'consolidation_filing'] as const) {
    const rows = (tenantId: string) =>
      inTenant(t.house.db, tenantId, (tx) => tx.selectFrom(table).select('tenant_id').execute());
    expect((await rows(t.tenantId)).length).toBeGreaterThan(0);
    expect(await rows(other.id)).toEqual([]);
  }
  const checked = await checkLedger(t.house, t.tenantId, ledgerBooks);
  expect(checked.findings).toEqual([]);
});
