import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { Said } from './prefill-overview.ts';

// Read-only looks at the duties of a plan, upstream of reports.

/** Agencies with a part in a plan, in Vietnamese order. */
export async function listBoundAgencies(tx: Tx, documentId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select g.id, g.name from agency g
    where exists (
      select from assignment a join duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
      where a.tenant_id = g.tenant_id and a.agency_id = g.id and d.document_id = ${documentId}
        and a.state not in ('withdrawn', 'refused'))
    order by g.name collate "vi-x-icu"`.execute(tx);
  return rows;
}

/** Paths of a plan's duties in its order, and of the one that asks for periodic reports. */
export async function listDutyPaths(
  tx: Tx,
  documentId: string,
): Promise<{ paths: string[]; reportingPath: string | null }> {
  const { rows } = await sql<{ path: string; asks: boolean }>`
    select path, (report_to is not null and fold(text) ~ '(dinh ky|so ket|bao cao)') as asks
    from duty where document_id = ${documentId} order by position`.execute(tx);
  return {
    paths: rows.map((row) => row.path),
    reportingPath: rows.find((row) => row.asks && row.path)?.path ?? null,
  };
}

/** Published plans that have duties, newest first. */
export async function listPlans(
  tx: Tx,
): Promise<{ id: string; kind: string | null; symbol: string | null; title: string | null }[]> {
  const { rows } = await sql<{
    id: string;
    kind: string | null;
    symbol: string | null;
    title: string | null;
  }>`
    select id, kind, symbol, title from document d
    where state = 'published'
      and exists (select from duty where duty.tenant_id = d.tenant_id and duty.document_id = d.id)
    order by published_at desc`.execute(tx);
  return rows;
}

/** Duties by id, with the words of the plan. */
export async function listDutiesById(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; documentId: string; path: string; text: string; begin: number; end: number }[]> {
  if (!ids.length) return [];
  const { rows } = await sql<{
    id: string;
    documentId: string;
    path: string;
    text: string;
    begin: number;
    end: number;
  }>`select id, document_id as "documentId", path, text, text_begin as "begin", text_end as "end"
     from duty where id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** Difficulties an agency raised inside a window, or that still wait for an answer; those taken back left out. */
export async function listDifficultiesIn(
  tx: Tx,
  of: { agencyId: string; plan: string | null; from: string; to: string },
): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select f.id, f.duty_id as "dutyId", duty.path, f.words from difficulty f
    join duty on duty.tenant_id = f.tenant_id and duty.id = f.duty_id
    where f.agency_id = ${of.agencyId} and (${of.plan}::uuid is null or duty.document_id = ${of.plan}::uuid)
      and (f.raised_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${of.to}::date and f.state <> 'taken-back'
      and (f.state = 'open' or (f.raised_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${of.from}::date)
    order by f.raised_at`.execute(tx);
  return rows;
}

/** Why an agency asked for later days inside a window. */
export async function listExtensionReasons(
  tx: Tx,
  of: { agencyId: string; plan: string | null; from: string; to: string },
): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select e.id, a.duty_id as "dutyId", duty.path, e.reason as words from extension e
    join assignment a on a.tenant_id = e.tenant_id and a.id = e.assignment_id
    join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
    where a.agency_id = ${of.agencyId} and (${of.plan}::uuid is null or duty.document_id = ${of.plan}::uuid)
      and (e.asked_at at time zone 'Asia/Ho_Chi_Minh')::date between ${of.from}::date and ${of.to}::date
      and e.state <> 'taken-back'
    order by e.asked_at`.execute(tx);
  return rows;
}
