import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { detailOfPart, type HeldItem, shortTitle } from './hand-over.ts';

type Part = {
  id: string;
  dutyId: string;
  path: string;
  text: string;
  state: Parameters<typeof detailOfPart>[0];
  dueOn: string | null;
  note: string | null;
};

/**
 * Open parts of an agency which a person follows: all of them for its focal person and head (`whole`), else those on
 * which they logged or acted, or which were handed over to them.
 */
export async function listFollowed(
  tx: Tx,
  personId: string,
  agencyId: string,
  whole: boolean,
): Promise<HeldItem[]> {
  const { rows } = await sql<Part>`
    select a.id, d.id as "dutyId", d.path, d.text, a.state, a.due_on as "dueOn",
      (select note from progress_entry p where p.tenant_id = a.tenant_id and p.assignment_id = a.id
        order by done_on desc, created_at desc limit 1) as note
    from assignment a join duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
    where a.agency_id = ${agencyId} and a.state not in ('completed', 'withdrawn')
      and (${whole} or exists (select from progress_entry p where p.tenant_id = a.tenant_id
          and p.assignment_id = a.id and p.author_id = ${personId})
        or exists (select from event e where e.tenant_id = a.tenant_id and e.subject_kind = 'duty'
          and e.subject_id = d.id and e.payload->>'assignmentId' = a.id::text
          and (e.actor_id = ${personId} or e.payload->>'toPersonId' = ${personId})))
    order by a.due_on nulls last, d.document_id, d.position limit 2000`.execute(tx);
  return rows.map((part) => ({
    kind: 'assignment' as const,
    subjectId: part.id,
    page: `/duties/${part.dutyId}`,
    title: shortTitle(part.path, part.text),
    detail: detailOfPart(part.state, part.note),
    dueOn: part.dueOn,
  }));
}

/** Reports of the agency that are still to be filed or filed again. */
export async function listUnfiled(tx: Tx, agencyId: string): Promise<HeldItem[]> {
  const { rows } = await sql<{ id: string; name: string; state: string; dueOn: string; begun: boolean }>`
    select r.id, p.name, r.state, p.due_on as "dueOn", r.content is not null as begun
    from agency_report r join report_period p on p.tenant_id = r.tenant_id and p.id = r.period_id
    where r.agency_id = ${agencyId} and r.state in ('draft', 'returned') order by p.due_on`.execute(tx);
  return rows.map((report) => ({
    kind: 'report' as const,
    subjectId: report.id,
    page: `/reports/agency/${report.id}`,
    title: `Báo cáo ${report.name}`,
    detail: report.state === 'returned' ? 'bị trả lại, cần sửa' : report.begun ? 'đang soạn' : 'chưa soạn',
    dueOn: report.dueOn,
  }));
}

/** Documents not published yet that the person brought in or corrected. */
export async function listUnderCorrection(tx: Tx, personId: string): Promise<HeldItem[]> {
  const { rows } = await sql<{ id: string; title: string; done: number; all: number }>`
    select id, coalesce(symbol || ' ', '') || coalesce(title, 'văn bản chưa có trích yếu') as title,
      confirmed_count as done, duty_count as "all"
    from document where state = 'draft' and (created_by = ${personId} or exists (select from event e
      where e.tenant_id = document.tenant_id and e.subject_kind = 'document' and e.subject_id = document.id
        and (e.actor_id = ${personId} or e.payload->>'toPersonId' = ${personId})))
    order by created_at`.execute(tx);
  return rows.map((document) => ({
    kind: 'document' as const,
    subjectId: document.id,
    page: `/documents/${document.id}`,
    title: document.title.slice(0, 300),
    detail: `đã xác nhận ${document.done}/${document.all} nhiệm vụ`,
    dueOn: null,
  }));
}

/** Absences of colleagues in which the person stands in, today or later. */
export async function listSubstitutions(
  tx: Tx,
  personId: string,
  agencyId: string,
  today: string,
): Promise<HeldItem[]> {
  const { rows } = await sql<{ id: string; name: string; from: string; to: string }>`
    select absence.id, person.name, from_on as "from", to_on as "to" from absence
    join person on person.tenant_id = absence.tenant_id and person.id = absence.person_id
    where substitute_id = ${personId} and agency_id = ${agencyId} and cancelled_at is null and to_on >= ${today}::date
    order by from_on`.execute(tx);
  const show = (day: string) => day.split('-').reverse().join('/');
  return rows.map((one) => ({
    kind: 'substitution' as const,
    subjectId: one.id,
    page: null,
    title: `Thay ${one.name}`,
    detail: `từ ${show(one.from)} đến ${show(one.to)}`,
    dueOn: null,
  }));
}
