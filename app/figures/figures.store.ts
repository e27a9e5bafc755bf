import { type RawBuilder, sql } from 'kysely';
import { cellSql, officeDayOf, speakingOf } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Counts } from './figures.contract.ts';

/** What is counted: duties of one document or of all, and with `agencyIds` only those they have a part in. */
export type Scope = {
  documentId?: string | undefined;
  agencyIds: readonly string[] | null;
  today: string;
  /** A past day as of which everything is counted. */
  asOf?: string | null;
};

/** Counts over rows that have `cell` and `undated`. */
const counts = sql<Counts>`jsonb_build_object(
  'done-in-time', count(*) filter (where cell = 'done-in-time'), 'done-late', count(*) filter (where cell = 'done-late'),
  'open-in-time', count(*) filter (where cell = 'open-in-time'), 'open-late', count(*) filter (where cell = 'open-late'),
  'request', count(*) filter (where cell = 'request'), 'undated', count(*) filter (where undated))`;

/** Duties as wholes: their state is that of whoever leads them. The list of duties counts the same way. */
const wholes = ({ documentId, today }: Scope): RawBuilder<unknown> => sql`
  select duty.id, duty.document_id, duty.task_groups, ${measured(sql`duty.state`, sql`duty.completed_on`, sql`duty.stopped_on`, sql`duty.due_on`, today)}
  from duty where duty.state <> 'withdrawn' and ${documentId ? sql`duty.document_id = ${documentId}` : sql`true`}`;

/**
 * One row for each agency and duty it has a part in; where it holds and coordinates, its part as holder. A part taken
 * over from another agency stands beside its own: what left one arrives at the other.
 */
const parts = ({ documentId, agencyIds, today }: Scope): RawBuilder<unknown> => sql`
  select distinct on (a.agency_id, a.duty_id, a.first_agency_id) a.agency_id, a.duty_id, a.first_agency_id, a.role,
    ${measured(sql`a.state`, officeDayOf(sql`a.completed_at`), sql`a.stopped_on`, sql`a.due_on`, today)}
  from assignment a join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
  where a.state <> 'withdrawn'
    and ${documentId ? sql`duty.document_id = ${documentId}` : sql`true`}
    and ${agencyIds ? sql`a.agency_id = any(${[...agencyIds]}::uuid[])` : sql`true`}
  order by a.agency_id, a.duty_id, a.first_agency_id, a.role desc`;

const measured = (
  state: RawBuilder<unknown>,
  completedOn: RawBuilder<unknown>,
  stoppedOn: RawBuilder<unknown>,
  dueOn: RawBuilder<unknown>,
  today: string,
) =>
  sql`${cellSql({ state, completedOn, stoppedOn, dueOn, isRequest: sql`duty.is_request` }, today)} as cell,
    ${dueOn} is null and not duty.is_request as undated`;

/** The four cells of everything in scope; for agencies, of their own parts, one a duty. */
export async function countOverall(tx: Tx, scope: Scope): Promise<Counts> {
  const counted = scope.agencyIds
    ? sql`select distinct on (duty_id, first_agency_id) * from (${parts(scope)}) p order by duty_id, first_agency_id, role desc`
    : wholes(scope);
  const { rows } = await sql<{
    counts: Counts;
  }>`${speakingOf(scope.asOf ?? null)} select ${counts} as counts from (${counted}) counted`.execute(tx);
  return rows[0]!.counts;
}

export type AgencyCounts = { id: string; name: string; kind: string; counts: Counts };

/** By agency: those with the most open and late first, those that are only asked last. */
export async function countByAgency(tx: Tx, scope: Scope): Promise<AgencyCounts[]> {
  const { rows } = await sql<AgencyCounts>`
    ${speakingOf(scope.asOf ?? null)} select agency.id, agency.name, agency.kind, ${counts} as counts
    from (${parts(scope)}) p join agency on agency.id = p.agency_id
    group by agency.id, agency.name, agency.kind
    order by count(*) filter (where cell = 'open-late') desc,
      (count(*) filter (where cell <> 'request') > 0) desc, agency.name collate "vi-x-icu"`.execute(tx);
  return rows;
}

export type GroupCounts = {
  documentId: string;
  symbol: string | null;
  path: string;
  start: string;
  duties: number;
  counts: Counts;
};

/** Each task group of the published plans with the duties that serve it: none is the one to look at. */
export async function countByGroup(tx: Tx, scope: Scope): Promise<GroupCounts[]> {
  const { rows } = await sql<GroupCounts>`
    ${speakingOf(scope.asOf ?? null)} select document.id as "documentId", document.symbol, g->>'path' as path, g->>'start' as start, served.*
    from document
    cross join jsonb_array_elements(document.reading->'taskGroups') with ordinality t(g, at)
    cross join lateral (
      select count(*)::integer as duties, ${counts} as counts from (${wholes(scope)}) w
      where w.document_id = document.id and g->>'path' = any(w.task_groups)) served
    where document.state = 'published' and ${scope.documentId ? sql`document.id = ${scope.documentId}` : sql`true`}
    order by document.published_at desc, t.at limit 300`.execute(tx);
  return rows;
}

/** Published plans, newest first. */
export async function listPlans(
  tx: Tx,
): Promise<{ id: string; symbol: string | null; title: string | null }[]> {
  return tx
    .selectFrom('document')
    .select(['id', 'symbol', 'title'])
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .limit(200)
    .execute();
}
