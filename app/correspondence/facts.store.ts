import { sql } from 'kysely';
import { isInStateChain } from '#app/agencies/index.ts';
import { officeDayOf } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { ExtensionFacts } from './draft-replies.ts';
import type { Writer } from './frame.ts';
import type { DutyFacts } from './letter-facts.ts';

type PartRow = DutyFacts['parts'][number] & { kind: string };

type Wanted = { dutyId?: string; agencyId?: string; silentSince?: string };

/**
 * Nothing is heard of a part (of `a`): not received, or no word of what was done. `since`: only parts given out by
 * that day; null: whenever. One that waits on somebody else has said so.
 */
const isSilentSql = (since: string | null) => sql`(a.stopped_on is null
  and (${since}::date is null or ${officeDayOf(sql`a.given_at`)} <= ${since}::date)
  and (a.state = 'assigned' or not exists (select from progress_entry p
    where p.tenant_id = a.tenant_id and p.assignment_id = a.id)))`;

/** Duties with all that letters say of them: one, those an agency has open, or all open ones. */
async function loadDuties(tx: Tx, wanted: Wanted): Promise<DutyFacts[]> {
  const { rows } = await sql<Omit<DutyFacts, 'parts'> & { parts: PartRow[] }>`
    select duty.id, duty.path, duty.text, duty.is_request as "isRequest", duty.due_on as "dueOn",
      duty.deadline_words as "deadlineWords", duty.product, duty.report_to as "reportTo",
      duty.unnamed_holders || duty.unnamed_coordinators as unnamed,
      jsonb_build_object('kind', document.kind, 'symbol', document.symbol, 'title', document.title,
        'issuer', document.issuer, 'issuedOn', document.issued_on) as plan,
      coalesce((select jsonb_agg(jsonb_build_object(
          'agencyId', a.agency_id, 'agencyName', agency.name, 'kind', agency.kind, 'role', a.role, 'leads', a.leads,
          'isOpen', a.state in ('assigned', 'received', 'in-progress', 'returned'),
          'isSilent', ${isSilentSql(wanted.silentSince ?? null)},
          'dueOn', a.due_on, 'isWaiting', a.stopped_on is not null)
        order by a.role desc, a.leads desc, agency.name collate "vi-x-icu")
        from assignment a join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
        where a.tenant_id = duty.tenant_id and a.duty_id = duty.id and a.state not in ('withdrawn', 'refused')), '[]') as parts
    from duty join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
    where (${wanted.dutyId ?? null}::uuid is null or duty.id = ${wanted.dutyId ?? null}::uuid)
      and (${wanted.agencyId ?? null}::uuid is null or exists (select from assignment a
        where a.tenant_id = duty.tenant_id and a.duty_id = duty.id and a.agency_id = ${wanted.agencyId ?? null}::uuid))
    order by document.issued_on, duty.document_id, duty.position`.execute(tx);
  return rows.map((row) => ({
    ...row,
    parts: row.parts.map(({ kind, ...part }) => ({ ...part, isInChain: isInStateChain(kind) })),
  }));
}

/** @throws Problem 404 */
export async function getDutyFacts(tx: Tx, dutyId: string): Promise<DutyFacts> {
  const [duty] = await loadDuties(tx, { dutyId });
  if (!duty) throw notFound('nhiệm vụ này');
  return duty;
}

/** `silentSince`: what was given out after that day has not been waited for long enough to be called silent. */
export const dutiesOf = (tx: Tx, agencyId: string, silentSince?: string) =>
  loadDuties(tx, { agencyId, ...(silentSince ? { silentSince } : {}) });

/** How many of each agency's open parts are late, silent since a day, or only asked for and silent; the most first. */
export async function countToUrge(tx: Tx, today: string, silentSince: string) {
  const { rows } = await sql<{
    id: string;
    name: string;
    kind: string;
    isRequest: boolean;
    late: number;
    silent: number;
  }>`
    select agency.id, agency.name, agency.kind, duty.is_request as "isRequest",
      (count(*) filter (where a.due_on < ${today}::date and a.stopped_on is null))::integer as late,
      (count(*) filter (where ${isSilentSql(silentSince)}))::integer as silent
    from assignment a
    join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
    join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
    where a.state in ('assigned', 'received', 'in-progress', 'returned')
    group by agency.id, agency.name, agency.kind, duty.is_request`.execute(tx);
  const byAgency = new Map<
    string,
    { id: string; name: string; late: number; silent: number; asked: number }
  >();
  for (const row of rows) {
    const one = byAgency.get(row.id) ?? { id: row.id, name: row.name, late: 0, silent: 0, asked: 0 };
    const isAsked = row.isRequest || !isInStateChain(row.kind);
    byAgency.set(row.id, {
      ...one,
      late: one.late + (isAsked ? 0 : row.late),
      silent: one.silent + (isAsked ? 0 : row.silent),
      asked: one.asked + (isAsked ? row.silent : 0),
    });
  }
  return [...byAgency.values()]
    .filter((one) => one.late + one.silent + one.asked > 0)
    .sort((a, b) => b.late - a.late || b.silent - a.silent || a.name.localeCompare(b.name, 'vi'));
}

/** A request for more time that was decided. @throws Problem 404 */
export async function getExtensionFacts(tx: Tx, id: string) {
  const { rows } = await sql<
    Omit<ExtensionFacts, 'state'> & {
      state: ExtensionFacts['state'] | 'open' | 'taken-back';
      dutyId: string;
      agencyId: string;
    }
  >`
    select e.state, e.due_before as "dueBefore", e.wanted_on as "wantedOn", e.countered_on as "counteredOn", e.reason,
      e.decision_reason as "decisionReason", a.duty_id as "dutyId", a.agency_id as "agencyId", agency.name as "agencyName"
    from extension e join assignment a on a.tenant_id = e.tenant_id and a.id = e.assignment_id
    join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
    where e.id = ${id}`.execute(tx);
  if (!rows[0]) throw notFound('yêu cầu gia hạn này');
  return rows[0];
}

/** A difficulty as a letter speaks of it. @throws Problem 404 */
export async function getDifficultyFacts(tx: Tx, id: string) {
  const { rows } = await sql<{
    dutyId: string;
    agencyId: string;
    agencyName: string;
    words: string;
    answer: string | null;
    proposal: string | null;
    authorityId: string | null;
    authorityName: string | null;
  }>`
    select d.duty_id as "dutyId", d.agency_id as "agencyId", agency.name as "agencyName", d.words, d.answer, d.proposal,
      d.authority_id as "authorityId", authority.name as "authorityName"
    from difficulty d join agency on agency.tenant_id = d.tenant_id and agency.id = d.agency_id
    left join agency authority on authority.tenant_id = d.tenant_id and authority.id = d.authority_id
    where d.id = ${id}`.execute(tx);
  if (!rows[0]) throw notFound('khó khăn, vướng mắc này');
  return rows[0];
}

/** Decisions and answers of which no letter tells yet; difficulties passed up without a letter. */
export async function listUntold(tx: Tx, dutyId: string | null = null) {
  const extensions = await sql<{ id: string; agencyName: string; dutyText: string; state: string }>`
    select e.id, agency.name as "agencyName", duty.text as "dutyText", e.state
    from extension e join assignment a on a.tenant_id = e.tenant_id and a.id = e.assignment_id
    join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
    join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
    where e.state in ('granted', 'rejected', 'countered', 'accepted', 'declined')
      and not exists (select from letter l where l.tenant_id = e.tenant_id and l.extension_id = e.id)
      and (${dutyId}::uuid is null or a.duty_id = ${dutyId}::uuid)
    order by e.asked_at desc limit 50`.execute(tx);
  const difficulties = await sql<{
    id: string;
    agencyName: string;
    words: string;
    writes: 'difficulty' | 'submit';
  }>`
    select d.id, agency.name as "agencyName", d.words,
      case when d.state = 'answered' then 'difficulty' else 'submit' end as writes
    from difficulty d join agency on agency.tenant_id = d.tenant_id and agency.id = d.agency_id
    where (d.state = 'answered' or (d.state = 'open' and d.level <> 'focal'))
      and not exists (select from letter l where l.tenant_id = d.tenant_id and l.difficulty_id = d.id
        and l.draft_kind = case when d.state = 'answered' then 'difficulty' else 'submit' end)
      and (${dutyId}::uuid is null or d.duty_id = ${dutyId}::uuid)
    order by d.raised_at desc limit 50`.execute(tx);
  return { extensions: extensions.rows, difficulties: difficulties.rows };
}

export async function getTenantName(tx: Tx): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from tenant where id = current_tenant()`.execute(
    tx,
  );
  return rows[0]!.name;
}

/** An agency as writer of letters: its names, what stands above it, who leads it. */
export async function getWriter(tx: Tx, agencyId: string): Promise<Writer> {
  const { rows } = await sql<Writer>`
    select agency.kind, agency.name,
      array_prepend(agency.name, array(select n.name from agency_name n
        where n.tenant_id = agency.tenant_id and n.agency_id = agency.id and n.name <> agency.name)) as names,
      (select above.name from agency_parent p
        join agency above on above.tenant_id = p.tenant_id and above.id = p.parent_id
        where p.tenant_id = agency.tenant_id and p.agency_id = agency.id and p.is_in_force and p.hierarchy = 'state'
        limit 1) as superior,
      (select person.name from membership m
        join person on person.tenant_id = m.tenant_id and person.id = m.person_id
        where m.tenant_id = agency.tenant_id and m.agency_id = agency.id and m.role in ('leader', 'agency-head')
          and m.valid_to is null
        order by person.name limit 1) as leader,
      (select letter.content->'signature' from letter
        where letter.tenant_id = agency.tenant_id and letter.issuer_id = agency.id and letter.numbered_at is not null
        order by letter.numbered_at desc limit 1) as "lastSigned"
    from agency where agency.id = ${agencyId}`.execute(tx);
  if (!rows[0]) throw notFound('cơ quan này');
  return rows[0];
}
