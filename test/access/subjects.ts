import { addName, addParent } from '#app/agencies/record/record.contract.ts';
import {
  compareCopy,
  decideComparison,
  showComparison,
} from '#app/documents/comparison/comparison.contract.ts';
import { confirmDuties, showDocument } from '#app/documents/document.contract.ts';
import { ended, plan217, upload } from '#app/documents/document.test-data.ts';
import { actOnAssignment } from '#app/duties/assignment.contract.ts';
import { actOnMany } from '#app/duties/bulk/bulk.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { previewPublication, publish } from '#app/duties/publication.contract.ts';
import { addressOf } from '#app/platform/contract.ts';
import { inTenant } from '#app/platform/database.ts';
import type { Person, TestHouse } from '#test/house.ts';
import { consolidationMatrixSubjects } from './consolidation-subjects.ts';
import { letterSubjects } from './letter-subjects.ts';
import { noticeSubjects } from './notice-subjects.ts';
import { officeSubjects } from './office-subjects.ts';
import { peopleSubjects } from './people-subjects.ts';
import { formOf, type Subjects } from './probe.ts';
import { registerSubjects } from './register-subjects.ts';
import { reportSubjects } from './report-subjects.ts';
import { otherAgency, ownAgency } from './viewers.ts';
import { workSubjects } from './work-subjects.ts';

/** Something of every kind that a route speaks of, made through the front door, mostly of the own agency. */
export async function makeSubjects(t: TestHouse): Promise<Subjects> {
  const focal = await t.as('daumoi@example.vn');
  const own = await t.as('ngoaivu@example.vn');
  const other = await t.as('vanhoa@example.vn');
  const people = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('person').select(['id', 'email']).execute(),
  );
  const agencies = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('agency').select(['id', 'name']).execute(),
  );
  const agencyCalled = (name: string) => agencies.find((agency) => agency.name === name)!.id;
  const subjects: Subjects = {
    agency: agencyCalled(ownAgency),
    otherAgency: agencyCalled(otherAgency),
    freeAgency: agencyCalled('Ban Dân tộc'),
    person: people.find(({ email }) => email === 'ngoaivu@example.vn')!.id,
    document: await publishedPlan(t, focal, '217/KH-UBND'),
    documentToReport: await publishedPlan(t, focal, '219/KH-UBND'),
    ...(await draftSubjects(t, focal)),
  };
  Object.assign(subjects, await agencySubjects(focal, subjects));
  const { file } = await focal.call(showDocument, { params: { id: String(subjects.document) } });
  subjects.documentFile = file!.id;
  Object.assign(subjects, await dutySubjects(t, own, subjects));
  subjects.focalPart = await reportedPartOf(
    t,
    focal,
    agencyCalled('Liên hiệp các tổ chức hữu nghị thành phố'),
    subjects,
  );
  subjects.batch = await batchOf(focal, subjects);
  Object.assign(subjects, await registerSubjects({ focal, own }, subjects));
  Object.assign(subjects, await reportSubjects({ focal, own, other, t }, subjects));
  Object.assign(subjects, await consolidationMatrixSubjects(t, { focal, own }, subjects));
  Object.assign(subjects, await workSubjects(t, own, subjects));
  Object.assign(subjects, await letterSubjects(focal, subjects));
  Object.assign(subjects, await peopleSubjects(t, subjects));
  Object.assign(subjects, await noticeSubjects(t, subjects));
  return { ...subjects, ...(await officeSubjects(t, subjects)) };
}

/** A name of the agency and its place below another. */
async function agencySubjects(focal: Person, { agency, freeAgency }: Subjects): Promise<Subjects> {
  const params = { id: String(agency) };
  const name = { name: 'Cơ quan đối ngoại', kind: 'short' as const };
  const place = { hierarchy: 'state' as const, parentId: String(freeAgency) };
  return {
    agencyName: (await focal.call(addName, { params, body: name })).rowId,
    agencyPlace: (await focal.call(addParent, { params, body: place })).rowId,
  };
}

const planCalled = (symbol: string) =>
  plan217('plan-217.md').toString('utf8').replace('217 /KH-UBND', symbol);

async function draft(t: TestHouse, focal: Person, symbol: string): Promise<string> {
  const { id } = await upload(t, focal, {
    file: `${symbol.replace('/', '-')}.md`,
    bytes: planCalled(symbol),
  });
  const { revision } = await focal.call(showDocument, { params: { id } });
  await focal.call(confirmDuties, { params: { id }, body: { revision, confirmed: true } });
  return id;
}

async function publishedPlan(t: TestHouse, focal: Person, symbol: string): Promise<string> {
  const id = await draft(t, focal, symbol);
  await focal.call(publish, { params: { id }, body: { decisions: await openDecisions(focal, id) } });
  return id;
}

/** Leaves every name that is not clear as it is printed. */
async function openDecisions(focal: Person, id: string) {
  const { names } = await focal.call(previewPublication, { params: { id } });
  const open = names.filter((name) => name.mustBeDecided);
  return open.map(({ printed }) => ({ printed, agencyIds: [] }));
}

/** A draft with everything on it: two duties to merge, a place to split at, a copy compared, a scanned page. */
async function draftSubjects(t: TestHouse, focal: Person): Promise<Subjects> {
  const id = await draft(t, focal, '218/KH-UBND');
  const job = await upload(t, focal, { file: 'Công văn.html', bytes: '<p>Kính gửi: Sở Nội vụ</p>' });
  await ended(focal, job.jobId);
  const comparison = await comparedCopy(t, focal, id);
  const { duties, revision, file, text } = await focal.call(showDocument, { params: { id } });
  if (!file) throw new Error('the draft kept no file');
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    const { file_id } = await tx
      .selectFrom('document')
      .select('file_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const page = { document_id: id, number: 1, begin_at: 0, end_at: text.length, scanned: true, words: '[]' };
    await tx
      .insertInto('document_page')
      .values({ ...page, file_id })
      .execute();
  });
  const first = duties[0]!;
  return {
    draft: id,
    draftFile: file.id,
    draftRevision: revision,
    draftDuty: first.id,
    nextDuty: duties[1]!.id,
    splitAt: text.indexOf(' ', first.span[0] + 20) + 1,
    span: first.span,
    import: job.jobId,
    ...comparison,
    draftDecisions: await openDecisions(focal, id),
  };
}

async function comparedCopy(t: TestHouse, focal: Person, id: string): Promise<Subjects> {
  const copy = planCalled('218/KH-UBND').replace('đối ngoại nhân dân', 'đối ngọai nhân dân');
  const answer = await t.web.inject({
    method: 'POST',
    url: addressOf(compareCopy, { params: { id } }),
    ...(await formOf({ text: copy }, { cookie: focal.cookie })),
  });
  const params = { id, comparisonId: answer.json().id as string };
  const { differences } = await focal.call(showComparison, { params });
  const difference = differences.find((one) => one.choosable)!.id;
  const decisions = [{ differenceId: difference, choice: 'ours' as const }];
  const { revision } = await focal.call(decideComparison, { params, body: { revision: 0, decisions } });
  return { comparison: params.comparisonId, difference, comparisonRevision: revision, planCopy: copy };
}

/** Parts of the own agency in each state from which somebody acts, and a file of evidence. */
async function dutySubjects(t: TestHouse, own: Person, { document, agency }: Subjects): Promise<Subjects> {
  const query = { document: String(document), agency: String(agency) };
  const { rows } = await own.call(listDuties, { query });
  const parts = await Promise.all(
    rows.map(async ({ id }) => {
      const { parts } = await own.call(showDuty, { params: { id } });
      return { dutyId: id, id: parts.find((part) => part.agencyId === agency)!.id };
    }),
  );
  const [fresh, received, started, reported, refused, later] = parts;
  if (!refused || !later) throw new Error(`the plan gives ${ownAgency} only ${parts.length} duties`);
  const act = (part: { id: string }, action: 'receive' | 'report-done' | 'refuse') =>
    own.call(actOnAssignment, {
      params: { id: part.id },
      body: { action, ...(action === 'refuse' ? { reason: 'Không thuộc chức năng' } : {}) },
    });
  for (const part of [received!, started!, reported!]) await act(part, 'receive');
  for (const part of [started!, reported!]) await log(t, own, part.id);
  await act(reported!, 'report-done');
  await act(refused, 'refuse');
  const { progress } = await own.call(showDuty, { params: { id: reported!.dutyId } });
  return {
    duty: fresh!.dutyId,
    part: fresh!.id,
    laterPart: later.id,
    laterDuty: later.dutyId,
    receivedPart: received!.id,
    startedPart: started!.id,
    reportedPart: reported!.id,
    refusedPart: refused.id,
    evidence: progress[0]!.files[0]!.fileId,
  };
}

/** What the focal officer did to many duties at once. */
async function batchOf(focal: Person, { documentToReport }: Subjects): Promise<string> {
  const { rows } = await focal.call(listDuties, { query: { document: String(documentToReport) } });
  const dutyIds = rows.slice(-2).map(({ id }) => id);
  const body = { dutyIds, action: 'deadline' as const, dueOn: '2099-12-31', reason: 'Theo kết luận họp' };
  return (await focal.call(actOnMany, { body })).batch!;
}

/** The part of the focal body itself, which its focal officer has reported done. */
async function reportedPartOf(
  t: TestHouse,
  focal: Person,
  agencyId: string,
  { document }: Subjects,
): Promise<string> {
  const { rows } = await focal.call(listDuties, { query: { document: String(document), agency: agencyId } });
  const { parts } = await focal.call(showDuty, { params: { id: rows[0]!.id } });
  const { id } = parts.find((part) => part.agencyId === agencyId)!;
  await focal.call(actOnAssignment, { params: { id }, body: { action: 'receive' } });
  await log(t, focal, id);
  await focal.call(actOnAssignment, { params: { id }, body: { action: 'report-done' } });
  return id;
}

async function log(t: TestHouse, by: Person, id: string): Promise<void> {
  const form = await formOf({ note: 'Đã làm xong', file: 'bao-cao.txt: đã làm xong' }, { cookie: by.cookie });
  const answer = await t.web.inject({ method: 'POST', url: `/api/assignments/${id}/progress`, ...form });
  if (answer.statusCode !== 200) throw new Error(`no progress could be logged: ${answer.body}`);
}
