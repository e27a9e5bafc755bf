import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import {
  type DutyFilter,
  type DutyList,
  type DutyOrder,
  type ListedDuty,
  listFromDuties,
  matching,
  type Page,
  pieceOf,
  shownRows,
} from './duty-list.store.ts';
import { type Cell, type CellCounts, cells } from './four-cells.ts';

// Lists are read from `duty_line`, one narrow row for each duty and each part of one, kept by triggers and indexed in
// the orders a list is asked for in: a page costs its fifty rows, however many there are (decisions/0020-reading-fast.md).

/**
 * One page and the counts of everything that matches, in one statement. `page` counts from 1. From the lines kept for
 * it where they know what is asked; from the duties themselves for words, groups and days that have passed.
 */
export async function queryDuties(
  tx: Tx,
  filter: DutyFilter,
  order: DutyOrder,
  page: Page,
): Promise<DutyList> {
  const statement =
    !page.asOf && canReadLines(filter, order)
      ? listFromLines(filter, order, page)
      : listFromDuties(filter, order, page);
  const { rows } = await sql<{
    cells: CellCounts;
    undated: number;
    rows: ListedDuty[];
  }>`${statement}`.execute(tx);
  const { cells: counts, ...answer } = rows[0]!;
  const total = filter.cell ? counts[filter.cell] : Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { ...answer, cells: counts, total };
}

const listFromLines = (filter: DutyFilter, order: DutyOrder, page: Page) => sql`
  with page as (${pageOfLines(filter, order, page)})
  select counts.cells, counts.undated, (${shownRows}) as rows from (${countsFromLines(filter, page.today)}) counts`;

/**
 * Every line of a list as the name `wanted` of a WITH clause, in no order, with the columns that `orderBy` and
 * `groupedBy` speak of. Lines are read again wherever it stands, because that costs less than keeping them.
 */
export function wantedLines(
  filter: DutyFilter,
  order: DutyOrder,
  { today, asOf }: Pick<Page, 'today' | 'asOf'>,
): RawBuilder<unknown> {
  if (asOf || !canReadLines(filter, order)) {
    const ofCell = filter.cell ? sql`where cell = ${filter.cell}` : sql``;
    return sql`wanted as materialized (select * from (${matching(filter, order, today)}) matching ${ofCell})`;
  }
  return sql`wanted as not materialized (
    select duty_id as id, ${cellOfLine(today)} as cell, published_at, document_id, position, due_on
    from duty_line where ${linesAsked(filter, today)} and ${inCell(filter.cell, today)})`;
}

/** Rows added to the tally of one agency, or of the province, before they are made fewer. */
const MANY = 200;

/** Makes one row of each kind of the tallies to which many were added; the sums stay. `today`: 'YYYY-MM-DD'. */
export async function foldTallies(tx: Tx, today: string, atLeast = MANY): Promise<void> {
  await sql`select duty_tally_fold(${today}, ${atLeast})`.execute(tx);
}

const known: (keyof DutyFilter)[] = [
  'agencyIds',
  'documentId',
  'state',
  'cell',
  'role',
  'due',
  'dueFrom',
  'dueTo',
  'requests',
  'waiting',
];

/** Do lines know all that is asked? Not the words and groups of duties, nor the lines of two agencies at once. */
function canReadLines(filter: DutyFilter, { sort, by }: DutyOrder): boolean {
  const { agencyIds, role } = filter;
  const isOfOne = agencyIds ? agencyIds.length === 1 : !role;
  const asked = (Object.keys(filter) as (keyof DutyFilter)[]).filter((key) => filter[key] !== undefined);
  return (
    isOfOne && (sort === 'position' || sort === 'due') && !by && asked.every((key) => known.includes(key))
  );
}

/** `id`, `line`, `cell` and `rank` of the duties of a page. */
const pageOfLines = (
  filter: DutyFilter,
  order: DutyOrder,
  { today, ...page }: Page,
): RawBuilder<unknown> => sql`
  select id, line, cell, null::text as grouped_under, 0 as in_group, row_number() over () as rank from (
    select duty_id as id, ${filter.agencyIds ? sql`first_agency_id` : sql`null::uuid`} as line, ${cellOfLine(today)} as cell from duty_line
    where ${linesAsked(filter, today)} and ${inCell(filter.cell, today)}
    order by ${orderOfLines(order)} ${pieceOf(page)}) ordered`;

/** Four cells and those without a day, of all that matches but for the cell asked for. */
const countsFromLines = (filter: DutyFilter, today: string): RawBuilder<unknown> => sql`
  select json_build_object(${sql.join(
    cells.flatMap((cell) => [
      sql.lit(cell),
      sql`coalesce(sum(many) filter (where ${inCell(cell, today)}), 0)::int`,
    ]),
  )}) as cells, coalesce(sum(many) filter (where not is_dated and not is_request), 0)::int as undated
  from (${knowsTally(filter) ? tallied(filter, today) : counted(filter, today)}) of_kind`;

/** Of the whole province or of one agency, by nothing but how duties stand: counts are kept. */
const knowsTally = ({ role, documentId, dueFrom, dueTo, waiting }: DutyFilter) =>
  !role && !documentId && !dueFrom && !dueTo && !waiting;
const tallied = (filter: DutyFilter, today: string) => sql`
  select state, is_request, is_dated, late_after, many from duty_tally
  where whose = ${filter.agencyIds ? filter.agencyIds[0] : sql`(select current_tenant())`}
    and ${standing(filter, today, sql`not is_dated`)}`;
const counted = (filter: DutyFilter, today: string) => sql`
  select state, is_request, due_on is not null as is_dated, late_after, 1 as many from duty_line
  where ${linesAsked(filter, today)}`;

/** `cellOf` in SQL over a line: what came after its last day in time is late. */
const cellOfLine = (today: string): RawBuilder<Cell> => {
  const late = sql`late_after < ${today}::date`;
  return sql<Cell>`case when is_request then 'request'
    when state = 'completed' then case when ${late} then 'done-late' else 'done-in-time' end
    when ${late} then 'open-late' else 'open-in-time' end`;
};

/** The same as a condition, which an index can answer. */
function inCell(cell: Cell | undefined, today: string): RawBuilder<unknown> {
  if (!cell) return sql`true`;
  if (cell === 'request') return sql`is_request`;
  const done = cell.startsWith('done') ? sql`state = 'completed'` : sql`state <> 'completed'`;
  const late = cell.endsWith('late') ? sql`late_after < ${today}::date` : sql`late_after >= ${today}::date`;
  return sql`not is_request and ${done} and ${late}`;
}

/** Conditions that a line and a tally both know. Withdrawn work is shown to who asks for it. */
function standing(filter: DutyFilter, today: string, undated: RawBuilder<unknown>): RawBuilder<unknown> {
  const { state, requests, due } = filter;
  return sql.join(
    [
      state ? sql`state = ${sql.lit(state)}` : sql`state <> 'withdrawn'`,
      ...(requests ? [requests === 'only' ? sql`is_request` : sql`not is_request`] : []),
      ...(due === 'none' ? [undated] : []),
      ...(due === 'late' ? [sql`not is_request and late_after < ${today}::date`] : []),
    ],
    sql` and `,
  );
}

function linesAsked(filter: DutyFilter, today: string): RawBuilder<unknown> {
  const { agencyIds, documentId, role, dueFrom, dueTo, waiting } = filter;
  return sql.join(
    [
      // Literal, so that the planner knows which index is meant.
      ...(agencyIds
        ? [sql`whose = ${agencyIds[0]} and role is not null`, role ? partAs[role] : sql`is_shown`]
        : [sql`role is null`]),
      standing(filter, today, sql`due_on is null`),
      ...(documentId ? [ofDocument(documentId)] : []),
      ...(dueFrom ? [sql`due_on >= ${dueFrom}::date`] : []),
      ...(dueTo ? [sql`due_on <= ${dueTo}::date`] : []),
      ...(waiting ? [sql`waits`] : []),
    ],
    sql` and `,
  );
}

const partAs = {
  lead: sql`role = 'holder' and leads`,
  holder: sql`role = 'holder'`,
  coordinator: sql`role = 'coordinator'`,
};

/** With the moment of the document besides, the lines of one document stand together in the index. */
const ofDocument = (id: string) => sql`document_id = ${id} and published_at = (
  select coalesce(published_at, 'infinity') from document where id = ${id})`;

/** Documents newest first, and within one the order of its text; each is the order of an index. */
function orderOfLines({ sort, down }: DutyOrder): RawBuilder<unknown> {
  const text = sql`published_at desc, document_id, position`;
  if (sort === 'due') return down ? sql`due_on desc nulls last, ${text}` : sql`due_on, ${text}`;
  return down ? sql`published_at, document_id desc, position desc` : text;
}
