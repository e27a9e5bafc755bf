import { sql } from 'kysely';
import { cellSql } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { ReportFacts } from './draft-report.ts';

const MOST = 60;

/** Duties as wholes with their cell: the dashboard counts the same. */
const wholes = (documentId: string | null, today: string) => sql`
  select duty.*, ${cellSql({ state: sql`duty.state`, completedOn: sql`duty.completed_on`, stoppedOn: sql`duty.stopped_on`, dueOn: sql`duty.due_on`, isRequest: sql`duty.is_request` }, today)} as cell
  from duty where duty.state <> 'withdrawn'
    and (${documentId}::uuid is null or duty.document_id = ${documentId}::uuid)`;

const planOf = sql`jsonb_build_object('kind', document.kind, 'symbol', document.symbol, 'title', document.title,
  'issuer', document.issuer, 'issuedOn', document.issued_on)`;

/** What a report on the work says, of one document or of all. @throws Problem 404 */
export async function getReportFacts(
  tx: Tx,
  { documentId, today }: { documentId: string | null; today: string },
): Promise<ReportFacts & { dutyIds: string[] }> {
  const counted = await sql<{ counts: ReportFacts['counts'] }>`
    select jsonb_build_object(
      'done-in-time', count(*) filter (where cell = 'done-in-time'), 'done-late', count(*) filter (where cell = 'done-late'),
      'open-in-time', count(*) filter (where cell = 'open-in-time'), 'open-late', count(*) filter (where cell = 'open-late'),
      'request', count(*) filter (where cell = 'request')) as counts
    from (${wholes(documentId, today)}) w`.execute(tx);
  const late = await sql<ReportFacts['late'][number] & { id: string }>`
    select w.id, w.text, w.path, ${planOf} as plan, w.due_on as "dueOn",
      coalesce((select string_agg(agency.name, ', ' order by a.leads desc, agency.name collate "vi-x-icu")
        from assignment a join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
        where a.tenant_id = w.tenant_id and a.duty_id = w.id and a.role = 'holder'
          and a.state not in ('withdrawn', 'refused')), '') as holders
    from (${wholes(documentId, today)}) w
    join document on document.tenant_id = w.tenant_id and document.id = w.document_id
    where w.cell = 'open-late' order by w.due_on, w.position limit ${MOST}`.execute(tx);
  const difficulties = await sql<ReportFacts['difficulties'][number]>`
    select agency.name as "agencyName", d.words from difficulty d
    join agency on agency.tenant_id = d.tenant_id and agency.id = d.agency_id
    join duty on duty.tenant_id = d.tenant_id and duty.id = d.duty_id
    where d.state = 'open' and (${documentId}::uuid is null or duty.document_id = ${documentId}::uuid)
    order by d.raised_at limit ${MOST}`.execute(tx);
  return {
    plan: documentId ? await getPlan(tx, documentId) : null,
    counts: counted.rows[0]!.counts,
    late: late.rows.map(({ id: _, ...row }) => row),
    difficulties: difficulties.rows,
    dutyIds: late.rows.map(({ id }) => id),
  };
}

async function getPlan(tx: Tx, documentId: string): Promise<NonNullable<ReportFacts['plan']>> {
  const { rows } = await sql<{ plan: NonNullable<ReportFacts['plan']> }>`
    select ${planOf} as plan from document where id = ${documentId}`.execute(tx);
  if (!rows[0]) throw notFound('văn bản này');
  return rows[0].plan;
}
