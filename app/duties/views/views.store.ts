import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { tablesOn } from '../as-of.store.ts';
import type { AssignmentState } from '../assignment.ts';
import { NO_GROUP } from '../duty.contract.ts';
import { type DutyFilter, type DutyOrder, matching, orderBy } from '../duty-list.store.ts';
import { cellSql, officeDayOf } from '../four-cells.store.ts';
import { type Cell, cells } from '../four-cells.ts';

type When = { today: string; asOf: string | null };
const plain: DutyOrder = { sort: 'position', down: false };
const wantedCell = ({ cell }: DutyFilter) => (cell ? sql`where cell = ${cell}` : sql``);

/** The cell of a part `a` of a duty. */
const cellOfPart = (today: string) =>
  cellSql(
    {
      state: sql`a.state`,
      completedOn: officeDayOf(sql`a.completed_at`),
      stoppedOn: sql`a.stopped_on`,
      dueOn: sql`a.due_on`,
      isRequest: sql`duty.is_request`,
    },
    today,
  );

/** Live parts of duties that match; with agencies or a role asked for, only those parts. */
const partsOf = (filter: DutyFilter) => sql`
  from (select distinct id from found) f join duty on duty.id = f.id
  join assignment a on a.tenant_id = duty.tenant_id and a.duty_id = duty.id and a.state <> 'withdrawn'
    ${filter.agencyIds ? sql`and a.agency_id = any(${filter.agencyIds})` : sql``}
    ${filter.role === 'lead' ? sql`and a.role = 'holder' and a.leads` : filter.role ? sql`and a.role = ${filter.role}` : sql``}`;

export type CountedCell = {
  agencyId: string;
  documentId: string;
  path: string | null;
  cells: Record<Cell, number>;
};

/** Parts by agency and task group; a duty that serves two groups is counted in each, a part once in each. */
export async function countMatrix(tx: Tx, filter: DutyFilter, { today, asOf }: When): Promise<CountedCell[]> {
  const { group, cell, ...rest } = filter;
  const each = sql.join(
    cells.flatMap((one) => [sql.lit(one), sql`count(*) filter (where cell = ${sql.lit(one)})`]),
  );
  const { rows } = await sql<CountedCell>`
    with ${tablesOn(asOf)} found as materialized (${matching(rest, plain, today)}),
    part as (select distinct on (a.agency_id, a.duty_id, a.first_agency_id) a.agency_id, duty.document_id, duty.task_groups, ${cellOfPart(today)} as cell
      ${partsOf(filter)} order by a.agency_id, a.duty_id, a.first_agency_id, a.role desc)
    select agency_id as "agencyId", document_id as "documentId", g.path, jsonb_build_object(${each}) as cells
    from part cross join lateral unnest(case when part.task_groups = '{}' then array[null::text] else part.task_groups end) g(path)
    where ${cell ? sql`cell = ${cell}` : sql`true`} and ${group === NO_GROUP ? sql`g.path is null` : group ? sql`g.path = ${group}` : sql`true`}
    group by agency_id, document_id, g.path`.execute(tx);
  return rows;
}

export type Span = {
  id: string;
  symbol: string | null;
  path: string;
  text: string;
  agencyName: string | null;
  state: AssignmentState;
  cell: Cell;
  givenOn: string;
  dueOn: string | null;
  completedOn: string | null;
  stoppedOn: string | null;
};

/** Duties along time, in the order of the list. */
export async function listSpans(
  tx: Tx,
  filter: DutyFilter,
  order: DutyOrder,
  { today, asOf, page, size }: When & { page: number; size: number },
): Promise<{ total: number; rows: Span[] }> {
  const { rows } = await sql<Span & { total: number }>`
    with ${tablesOn(asOf)} found as materialized (${matching(filter, order, today)}),
    page as (select id, cell, total, row_number() over () as rank from (
      select id, cell, count(*) over ()::int as total from found ${wantedCell(filter)}
      order by ${orderBy(order)} limit ${size} offset ${(page - 1) * size}) ordered)
    select duty.id, document.symbol, case when duty.path = '' then duty.position::text else duty.path end as path,
      left(duty.text, 160) as text, first.name as "agencyName", duty.state, page.cell, page.total,
      least(coalesce(${officeDayOf(sql`first.given_at`)}, ${officeDayOf(sql`duty.created_at`)}), duty.due_on)::text as "givenOn",
      duty.due_on::text as "dueOn", duty.completed_on::text as "completedOn", duty.stopped_on::text as "stoppedOn"
    from page join duty on duty.id = page.id
    join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
    left join lateral (select agency.name, a.given_at from assignment a
      join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
      where a.tenant_id = duty.tenant_id and a.duty_id = duty.id and a.state <> 'withdrawn'
      order by a.role desc, a.leads desc, agency.name collate "vi-x-icu" limit 1) first on true
    order by page.rank`.execute(tx);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

export type DueDay = { day: string; total: number; late: number };

/** How many duties are due on each day. */
export async function countDueDays(tx: Tx, filter: DutyFilter, { today, asOf }: When): Promise<DueDay[]> {
  const { rows } = await sql<DueDay>`
    with ${tablesOn(asOf)} found as materialized (${matching(filter, plain, today)})
    select due_on::text as day, count(*)::int as total, (count(*) filter (where cell = 'open-late'))::int as late
    from found ${wantedCell(filter)} group by due_on order by due_on`.execute(tx);
  return rows;
}

export type Card = {
  id: string;
  dutyId: string;
  symbol: string | null;
  path: string;
  text: string;
  agencyId: string;
  agencyName: string;
  role: 'holder' | 'coordinator';
  state: AssignmentState;
  cell: Cell;
  dueOn: string | null;
  total: number;
};

/** Parts by state, those due first on top, `most` of each state with how many there are. */
export async function listCards(
  tx: Tx,
  filter: DutyFilter,
  { today, asOf }: When,
  most: number,
): Promise<Card[]> {
  const { state, cell, ...rest } = filter;
  const { rows } = await sql<Card>`
    with ${tablesOn(asOf)} found as materialized (${matching(rest, plain, today)}),
    part as (select a.id, a.duty_id, a.agency_id, a.role, a.state, a.due_on, ${cellOfPart(today)} as cell ${partsOf(filter)}),
    ranked as (select *, count(*) over (partition by state)::int as total,
        row_number() over (partition by state order by due_on nulls last, id) as rank
      from part where ${state ? sql`state = ${state}` : sql`true`} and ${cell ? sql`cell = ${cell}` : sql`true`})
    select ranked.id, duty.id as "dutyId", document.symbol, case when duty.path = '' then duty.position::text else duty.path end as path,
      left(duty.text, 160) as text, ranked.agency_id as "agencyId", agency.name as "agencyName", ranked.role, ranked.state,
      ranked.cell, ranked.due_on::text as "dueOn", ranked.total
    from ranked join duty on duty.id = ranked.duty_id
    join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
    join agency on agency.tenant_id = duty.tenant_id and agency.id = ranked.agency_id
    where ranked.rank <= ${most} order by ranked.state, ranked.rank`.execute(tx);
  return rows;
}

/** Names of agencies, in the order of the register. */
export async function listAgencyNames(tx: Tx, ids: string[], asOf: string | null) {
  if (!ids.length) return [];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, ${asOf ? sql`agency_name_on(id, ${asOf}::date, name)` : sql`name`} as name from agency
    where id = any(${ids}) order by name collate "vi-x-icu"`.execute(tx);
  return rows;
}
