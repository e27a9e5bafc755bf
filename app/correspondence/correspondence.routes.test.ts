import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDuties, listDutyFilters, showDuty } from '#app/duties/duty.contract.ts';
import { actOnExtension, askExtension } from '#app/duties/extension/extension.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan } from '#app/duties/publication.test-data.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { checkOfficialDocx } from '#app/letters/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  type ContentShown,
  dropLetter,
  listDutyLetters,
  listLetters,
  numberLetter,
  saveLetter,
  sendLetter,
  showLetter,
  startLetter,
  suggestLetters,
} from './correspondence.contract.ts';

let t: TestHouse;
let focal: Person;
let leader: Person;
let ngoaiVu: Person;
let noiVu: Person;
let dutyId: string;
let agencyId: string;
const today = '2026-12-30';

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-10T03:00:00Z'));
  const publishing = await t.as('daumoi@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await publishing.call(publish, { params: { id: plan }, body: { decisions } });
  // Given out today, nobody is silent yet.
  expect((await publishing.call(suggestLetters, {})).agencies).toEqual([]);
  t.setNow(new Date(`${today}T03:00:00Z`));
  focal = await t.as('daumoi@example.vn');
  leader = await t.as('lanhdao@example.vn');
  ngoaiVu = await t.as('ngoaivu@example.vn');
  noiVu = await t.as('noivu@example.vn');
  const { rows } = await focal.call(listDuties, { query: {} });
  dutyId = rows.find((row) => row.path === 'III.2.c')!.id;
  const { agencies } = await focal.call(listDutyFilters, {});
  agencyId = agencies.find((agency) => agency.name === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

const shown = (id: string, person = focal) => person.call(showLetter, { params: { id } });
const start = async () => (await focal.call(startLetter, { body: { draftKind: 'urge', agencyId } })).id;
/** Fills in who signs, where the example knows no leader of the agency. */
async function ready(id: string) {
  const { content, revision } = await shown(id);
  const signature = { ...content.signature, name: 'Nguyễn Thị Lan' };
  return save(id, revision, { ...content, signature });
}
const save = (id: string, revision: number, content: ContentShown) =>
  focal.call(saveLetter, { params: { id }, body: { revision, content } });
const numbered = async () => {
  const id = await start();
  const { revision } = await ready(id);
  const { symbol } = await focal.call(numberLetter, { params: { id }, body: { revision, date: today } });
  return { id, symbol };
};
const inProvince = (act: (tx: Tx) => Promise<unknown>) => inTenant(t.house.db, t.tenantId, act);
const file = (id: string, format: string, person = focal) =>
  t.web.inject({ url: `/api/letters/${id}/document.${format}`, headers: { cookie: person.cookie } });

test('a reminder is drafted from the silent duties of an agency, in good form', async () => {
  const { agencies } = await focal.call(suggestLetters, {});
  expect(agencies.find((one) => one.id === agencyId)!.silent).toBeGreaterThan(1);
  const letter = await shown(await start());
  expect(letter).toMatchObject({
    draftKind: 'urge',
    state: 'draft',
    addressees: ['Sở Ngoại vụ'],
    mayEdit: true,
  });
  expect(letter.duties.map(({ id }) => id)).toContain(dutyId);
  await ready(letter.id);
  expect((await shown(letter.id)).defects).toEqual([]);
  const table = letter.content.body.find((block) => block.kind === 'table');
  expect(table?.columns.map(({ header }) => header)).toEqual(['STT', 'Nhiệm vụ', 'Hạn', 'Tình hình']);
  expect(table?.rows.length).toBe(letter.duties.length);
});

test('a duty begins letters of three kinds; an extension only once it is decided', async () => {
  for (const draftKind of ['assign', 'invite', 'ask'] as const) {
    const { id } = await focal.call(startLetter, { body: { draftKind, dutyId } });
    expect((await shown(id)).draftKind).toBe(draftKind);
    await focal.call(dropLetter, { params: { id } });
  }
  const { parts } = await focal.call(showDuty, { params: { id: dutyId } });
  const part = parts.find((one) => one.agencyName === 'Sở Ngoại vụ')!;
  const asked = await ngoaiVu.call(askExtension, {
    params: { id: part.id },
    body: { wantedOn: '2027-02-15', reason: 'Chờ ý kiến bộ, ngành' },
  });
  const body = { draftKind: 'extension' as const, extensionId: asked.id };
  expect((await focal.refused(startLetter, { body })).status).toBe(409);
  await focal.call(actOnExtension, { params: { id: asked.id }, body: { action: 'grant' } });
  expect((await focal.call(suggestLetters, {})).extensions.map(({ id }) => id)).toContain(asked.id);
  const { id } = await focal.call(startLetter, { body });
  expect(JSON.stringify((await shown(id)).content)).toContain('đến ngày 15/02/2027');
  expect((await focal.call(suggestLetters, {})).extensions).toEqual([]);
});

test('who saves after somebody else is told by whom, and nothing is overwritten', async () => {
  const id = await start();
  const { content, revision } = await shown(id);
  const first = await save(id, revision, { ...content, title: 'đôn đốc báo cáo' });
  const refused = await focal.refused(saveLetter, {
    params: { id },
    body: { revision, content: { ...content, title: 'bản cũ' } },
  });
  expect(refused).toMatchObject({ status: 409, revision: first.revision });
  expect((await shown(id)).title).toBe('đôn đốc báo cáo');
  expect((await save(id, first.revision, { ...content, title: 'đôn đốc báo cáo' })).revision).toBe(
    first.revision,
  );
});

test('the kind of a letter is not changed under its number', async () => {
  const id = await start();
  const { content, revision } = await shown(id);
  await save(id, revision, { ...content, kind: 'Quyết định' });
  expect((await shown(id)).kind).toBe('Công văn');
});

test('what lacks a signer gets no number', async () => {
  const id = await start();
  const { content, revision } = await shown(id);
  const saved = await save(id, revision, { ...content, signature: { ...content.signature, name: '' } });
  const refused = await focal.refused(numberLetter, {
    params: { id },
    body: { revision: saved.revision, date: today },
  });
  expect(refused).toMatchObject({ status: 409, faults: ['signer'] });
});

test('numbers have no gaps and no doubles, also when many ask at once and some fail', async () => {
  const drafts = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const id = await start();
      return { id, revision: (await ready(id)).revision };
    }),
  );
  const given = await Promise.allSettled(
    drafts.flatMap(({ id, revision }) => [
      focal.call(numberLetter, { params: { id }, body: { revision, date: today } }),
      focal.call(numberLetter, { params: { id }, body: { revision, date: '2026-02-30' } }),
      focal.call(numberLetter, { params: { id }, body: { revision, date: '2027-01-01' } }),
    ]),
  );
  const symbols = given.flatMap((one) => (one.status === 'fulfilled' ? [one.value.symbol] : []));
  expect(symbols.map((symbol) => Number(symbol.split('/')[0])).sort((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8,
  ]);
  expect(symbols[0]).toMatch(/^0\d\/LHHN-VP$/);
});

test('a day before the last number of the book is refused; another book begins at one', async () => {
  const id = await start();
  const { revision } = await ready(id);
  const early = { params: { id }, body: { revision, date: '2026-12-29' } };
  expect((await focal.refused(numberLetter, early)).status).toBe(422);
  const invitation = await focal.call(startLetter, { body: { draftKind: 'invite', dutyId } });
  const { content } = await shown(invitation.id);
  const filled = JSON.parse(JSON.stringify(content).replaceAll('…', '8')) as ContentShown;
  await save(invitation.id, 1, { ...filled, signature: { ...filled.signature, name: 'Nguyễn Thị Lan' } });
  const { symbol } = await focal.call(numberLetter, {
    params: { id: invitation.id },
    body: { revision: 2, date: '2026-12-29' },
  });
  expect(symbol).toBe('01/GM-LHHN');
});

test('once numbered it is frozen, by the program and by the database', async () => {
  const { id } = await numbered();
  const { content, revision } = await shown(id);
  const again = { params: { id }, body: { revision, content: { ...content, title: 'khác' } } };
  expect((await focal.refused(saveLetter, again)).status).toBe(409);
  expect((await focal.refused(dropLetter, { params: { id } })).status).toBe(409);
  await expect(
    inProvince((tx) => tx.updateTable('letter').set({ content: '{}' }).where('id', '=', id).execute()),
  ).rejects.toThrow(/frozen/);
  await expect(inProvince((tx) => tx.deleteFrom('letter').where('id', '=', id).execute())).rejects.toThrow(
    /kept/,
  );
});

test('sent, it stands on its duty, in the ledger of it, and before the agency that gets it', async () => {
  const { id, symbol } = await numbered();
  expect((await ngoaiVu.refused(showLetter, { params: { id } })).status).toBe(403);
  expect((await focal.call(sendLetter, { params: { id }, body: { stampedOn: today } })).state).toBe('sent');
  expect((await focal.refused(sendLetter, { params: { id }, body: { stampedOn: today } })).status).toBe(409);
  expect((await shown(id, ngoaiVu)).symbol).toBe(symbol);
  expect((await noiVu.refused(showLetter, { params: { id } })).status).toBe(403);
  const { letters } = await ngoaiVu.call(listDutyLetters, { params: { id: dutyId } });
  expect(letters.map((one) => one.id)).toEqual([id]);
  const { lines } = await focal.call(subjectLedger, { params: { subjectKind: 'duty', subjectId: dutyId } });
  expect(JSON.stringify(lines)).toContain(`gửi văn bản số ${symbol}`);
  const list = await ngoaiVu.call(listLetters, { query: {} });
  expect(list).toMatchObject({ counts: { draft: 0, numbered: 0, sent: 1 }, mayWrite: false });
});

test('printed as DOCX in good form and as PDF, and the kept files are the same', async () => {
  const { id, symbol } = await numbered();
  const docx = await file(id, 'docx');
  expect(docx.statusCode).toBe(200);
  expect(await checkOfficialDocx(docx.rawPayload)).toEqual([]);
  const pdf = await file(id, 'pdf');
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(decodeURIComponent(String(pdf.headers['content-disposition']))).toContain(symbol.replace('/', ' '));
  const { pdfFileId } = await shown(id);
  const kept = await t.web.inject({ url: `/api/files/${pdfFileId}`, headers: { cookie: focal.cookie } });
  expect(kept.statusCode).toBe(200);
  expect((await file(id, 'pdf', ngoaiVu)).statusCode).toBe(403);
});

test('a duty that is late or not heard of offers its own reminder, about it and no other', async () => {
  const about = async (person = focal) => person.call(listDutyLetters, { params: { id: dutyId } });
  const { urges } = await about();
  expect(urges).toContainEqual({ agencyId, agencyName: 'Sở Ngoại vụ', why: 'silent' });
  expect((await about(ngoaiVu)).urges).toEqual([]);
  const { id } = await focal.call(startLetter, { body: { draftKind: 'urge', agencyId, dutyId } });
  expect((await shown(id)).duties.map((duty) => duty.id)).toEqual([dutyId]);
});

test('a letter is signed as the last one was that got a number', async () => {
  await numbered();
  expect((await shown(await start())).content.signature.name).toBe('Nguyễn Thị Lan');
});

test('only those who answer for letters write them, each for their own agency', async () => {
  const body = { draftKind: 'urge' as const, agencyId };
  expect((await ngoaiVu.refused(startLetter, { body })).status).toBe(403);
  const id = await start();
  const { content, revision } = await shown(id, leader);
  const edit = { params: { id }, body: { revision, content: { ...content, title: 'khác' } } };
  expect((await leader.refused(saveLetter, edit)).status).toBe(403);
});

test('a Word file dropped on the checker is told its defects, each with its remedy', async () => {
  const id = await start();
  await ready(id);
  const docx = await file(id, 'docx');
  const check = async (bytes: Buffer, name: string) => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], name));
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const answer = await t.web.inject({
      method: 'POST',
      url: '/api/letter-check',
      headers: { cookie: focal.cookie, 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return answer.json() as { defects: { code: string; remedy: string }[] };
  };
  expect((await check(docx.rawPayload, 'a.docx')).defects).toEqual([]);
  const [defect] = (await check(Buffer.from('không phải Word'), 'b.docx')).defects;
  expect(defect).toMatchObject({ code: 'file-unreadable', remedy: expect.stringContaining('.docx') });
});
