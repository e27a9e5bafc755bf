import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { tablesOn } from './as-of.store.ts';
import { type AssignmentState, assignmentStates } from './assignment.ts';
import { NO_GROUP } from './duty.contract.ts';
import type { TimedPart } from './duty.ts';
import { cellSql, officeDayOf } from './four-cells.store.ts';
import { type Cell, type CellCounts, cells } from './four-cells.ts';
import type { Signal } from './signal/signal.ts';

export type DutyFilter = {
  text?: string | undefined;
  /** Duties in which one of these agencies has a part; state and cell are then those of its part. */
  agencyIds?: string[] | undefined;
  documentId?: string | undefined;
  /** Path of a task group, e.g. 'II.1'; NO_GROUP: of none. */
  group?: string | undefined;
  state?: AssignmentState | undefined;
  cell?: Cell | undefined;
  /** Of the agencies asked for; without them, that somebody has it. */
  role?: 'lead' | 'holder' | 'coordinator' | undefined;
  due?: 'none' | 'late' | undefined;
  /** Days 'YYYY-MM-DD', both still within. */
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
  requests?: 'only' | 'without' | undefined;
  /** Not done, and its clock stands still. */
  waiting?: boolean | undefined;
};
export type Grouping = 'agency' | 'document' | 'state' | 'month';
export type DutyOrder = {
  sort: 'position' | 'due' | 'agency' | 'state';
  down: boolean;
  /** Lines of one such thing stand together. */
  by?: Grouping | undefined;
};

export type ListedPart = TimedPart & {
  id: string;
  agencyId: string;
  agencyName: string;
  firstAgencyName: string | null;
  signal: Signal | null;
};
export type ListedDuty = {
  id: string;
  documentId: string;
  symbol: string | null;
  position: number;
  path: string;
  text: string;
  isRequest: boolean;
  deadlineWords: string | null;
  dueOn: string | null;
  cell: Cell;
  /** The agency whose part this line is, when the one asked for took it over. */
  takenOverFrom: string | null;
  groupedUnder: string | null;
  inGroup: number;
  unnamedHolders: string[];
  unnamedCoordinators: string[];
  parts: ListedPart[];
};
export type DutyList = { total: number; cells: CellCounts; undated: number; rows: ListedDuty[] };

export type Page = { page: number; size: number; today: string; asOf?: string | null };

/** Pages most asked for: each is a statement of its own, prepared once. */
const FIRST_PAGES = 5;

/**
 * The piece of ordered rows that is a page. Its size is literal, and so is where the first pages begin: of an offset
 * that comes later a prepared plan believes that it skips a tenth of all, so that PostgreSQL plans anew each time.
 */
export function pieceOf({ page, size }: Pick<Page, 'page' | 'size'>): RawBuilder<unknown> {
  const offset = (page - 1) * size;
  return sql`limit ${sql.lit(size)} offset ${page <= FIRST_PAGES ? sql.lit(offset) : offset}`;
}

/** A page and the counts, read from the duties themselves: knows all conditions, orders and days that have passed. */
export function listFromDuties(
  filter: DutyFilter,
  order: DutyOrder,
  { page, size, today, asOf = null }: Page,
) {
  const piece = pieceOf({ page, size });
  const wanted = filter.cell ? sql`where cell = ${filter.cell}` : sql``;
  return sql`
    with ${tablesOn(asOf)} matching as materialized (${matching(filter, order, today)}),
    page as (
      select id, cell, line, grouped_under, in_group, row_number() over () as rank from (
        select id, cell, line, ${groupedBy(order)} from matching ${wanted} order by ${orderBy(order)} ${piece}) ordered)
    select ${cellCounts} as cells, count(*) filter (where undated) as undated, (${shownRows}) as rows
    from matching`;
}

/** What a line stands under, and how many do. */
export const groupedBy = ({ by }: DutyOrder): RawBuilder<unknown> =>
  by
    ? sql`${groupKey[by]} as grouped_under, count(*) over (partition by ${groupKey[by]}) as in_group`
    : sql`null::text as grouped_under, 0 as in_group`;

const cellCounts = sql`json_build_object(${sql.join(
  cells.flatMap((cell) => [sql.lit(cell), sql`count(*) filter (where cell = ${sql.lit(cell)})`]),
)})`;

/** The part's own role, in a statement over assignments. */
const hasRole = ({ role }: DutyFilter) => {
  if (!role) return sql`true`;
  if (role === 'lead') return sql`role = 'holder' and leads`;
  return sql`role = ${role}`;
};

/** Withdrawn work is shown to who asks for it, and neither counted nor listed otherwise. */
const standing = ({ state }: DutyFilter) =>
  state === 'withdrawn' ? sql`state = 'withdrawn'` : sql`state <> 'withdrawn'`;

/** Every matching duty with what it is sorted and counted by, and nothing wider. */
export function matching(filter: DutyFilter, { sort, by }: DutyOrder, today: string): RawBuilder<unknown> {
  const own = filter.agencyIds
    ? sql`join (
        select distinct on (duty_id, first_agency_id) duty_id, first_agency_id as line, state, due_on, stopped_on, ${officeDayOf(sql`completed_at`)} as completed_on
        from assignment where agency_id = any(${filter.agencyIds}) and ${standing(filter)} and ${hasRole(filter)}
        order by duty_id, first_agency_id, role desc) own on own.duty_id = duty.id`
    : sql``;
  // The part of the agency asked for, or else the duty as a whole.
  const of = sql.raw(filter.agencyIds ? 'own' : 'duty');
  const cell = cellSql(
    {
      state: sql`${of}.state`,
      completedOn: sql`${of}.completed_on`,
      stoppedOn: sql`${of}.stopped_on`,
      dueOn: sql`${of}.due_on`,
      isRequest: sql`duty.is_request`,
    },
    today,
  );
  const conditions = [
    ...(filter.agencyIds ? [sql`true`] : [sql`duty.${standing(filter)}`]),
    ...(filter.documentId ? [sql`duty.document_id = ${filter.documentId}`] : []),
    ...(filter.group === NO_GROUP ? [sql`duty.task_groups = '{}'`] : []),
    ...(filter.group && filter.group !== NO_GROUP ? [sql`${filter.group} = any(duty.task_groups)`] : []),
    ...(filter.state ? [sql`${of}.state = ${filter.state}`] : []),
    ...(filter.text ? [textMatches(filter.text)] : []),
    ...(filter.role && !filter.agencyIds
      ? [
          sql`exists (select from assignment where duty_id = duty.id and ${standing(filter)} and ${hasRole(filter)})`,
        ]
      : []),
    ...(filter.requests
      ? [filter.requests === 'only' ? sql`duty.is_request` : sql`not duty.is_request`]
      : []),
    ...(filter.due === 'none' ? [sql`${of}.due_on is null`] : []),
    ...(filter.due === 'late' ? [sql`${cell} in ('open-late', 'done-late')`] : []),
    ...(filter.dueFrom ? [sql`${of}.due_on >= ${filter.dueFrom}::date`] : []),
    ...(filter.dueTo ? [sql`${of}.due_on <= ${filter.dueTo}::date`] : []),
    ...(filter.waiting ? [sql`${of}.stopped_on is not null and ${of}.completed_on is null`] : []),
  ];
  const needsAgency = sort === 'agency' || by === 'agency';
  const agency = needsAgency ? leadingAgency : sql``;
  const line = filter.agencyIds ? sql`own.line` : sql`null::uuid as line`;
  return sql`select duty.id, ${line}, document.published_at, duty.document_id, duty.position, ${of}.due_on, ${cell} as cell,
      ${of}.state, ${of}.due_on is null and not duty.is_request as undated ${needsAgency ? sql`, named.place, named.name as lead_name` : sql``}
    from duty join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id ${own} ${agency}
    where ${sql.join(conditions, sql` and `)}`;
}

/** The first of its holders in the order of the register; places are compared, because comparing Vietnamese names is slow. */
const leadingAgency = sql`left join (
  select assignment.duty_id, min(register.place) as place, (array_agg(register.name order by register.place))[1] as name
  from assignment join (select id, name, row_number() over (order by name collate "vi-x-icu") as place from agency) register
    on register.id = assignment.agency_id
  where assignment.role = 'holder' and assignment.state <> 'withdrawn' group by assignment.duty_id) named
  on named.duty_id = duty.id`;

/** In the words of the duty, the name of an agency that has a part, or the symbol of the document. */
function textMatches(text: string): RawBuilder<unknown> {
  const like = sql`'%' || fold(${text.replace(/\s+/g, ' ').replace(/[\\%_]/g, '\\$&')}) || '%'`;
  return sql`(duty.folded like ${like}
    or duty.document_id in (select id from document where fold(symbol) like ${like})
    or duty.id in (select assignment.duty_id from assignment where assignment.agency_id in (
      select id from agency where fold(name) like ${like}
      union select agency_id from agency_name where fold(name) like ${like})))`;
}

const stateOrder = sql`array_position(${sql.raw(`array['${assignmentStates.join("','")}']`)}, state)`;

/** Columns of `matching`; documents newest first, and within one the order of its text. */
export function orderBy({ by, ...order }: DutyOrder): RawBuilder<unknown> {
  return by ? sql`${groupOrder[by]}, ${orderWithin(order)}` : orderWithin(order);
}

/** What lines stand under, and in which order these come; over columns of `matching`. */
const groupKey: Record<Grouping, RawBuilder<string>> = {
  agency: sql`lead_name`,
  document: sql`document_id::text`,
  state: sql`state`,
  month: sql`to_char(due_on, 'YYYY-MM')`,
};
const groupOrder: Record<Grouping, RawBuilder<unknown>> = {
  agency: sql`place asc nulls last`,
  document: sql`published_at desc, document_id`,
  state: stateOrder,
  month: sql`to_char(due_on, 'YYYY-MM') asc nulls last`,
};

function orderWithin({ sort, down }: DutyOrder): RawBuilder<unknown> {
  const way = sql.raw(down ? 'desc nulls last' : 'asc nulls last');
  const text = sql`published_at desc, document_id, position`;
  if (sort === 'due') return sql`due_on ${way}, ${text}`;
  if (sort === 'state') return sql`${stateOrder} ${way}, ${text}`;
  if (sort === 'agency') return sql`place ${way}, ${text}`;
  return down ? sql`published_at asc, document_id desc, position desc` : text;
}

/**
 * What is done keeps the name its agency had on that day; what is open has the name of now. `agency_name_on` says the
 * same of one agency; a function is called anew for each row, a condition here is planned once for all.
 */
export const nameOfItsDay = sql`case when a.state = 'completed' then coalesce((
  select n.name from agency_name n where n.tenant_id = a.tenant_id and n.agency_id = a.agency_id and n.kind = 'full'
    and (n.valid_from is null or n.valid_from <= ${officeDayOf(sql`coalesce(a.confirmed_at, a.completed_at)`)})
    and (n.valid_to is null or n.valid_to >= ${officeDayOf(sql`coalesce(a.confirmed_at, a.completed_at)`)})
  limit 1), agency.name) else agency.name end`;

/** Asked for duty by duty: whatever a planner believes of a page, it reads the few parts of each by their index. */
const shownParts = sql`select json_agg(part) from (
  select a.id, a.agency_id as "agencyId", ${nameOfItsDay} as "agencyName", (
      select g.name from agency g where g.tenant_id = a.tenant_id and g.id = a.first_agency_id) as "firstAgencyName",
    a.role, a.leads, a.state, a.due_on as "dueOn", a.stopped_on as "stoppedOn", a.signal,
    ${officeDayOf(sql`a.completed_at`)} as "completedOn"
  from assignment a join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
  where a.tenant_id = duty.tenant_id and a.duty_id = duty.id and a.state <> 'withdrawn') part`;

/** What is told of the duties of `page`, in its order; their parts in none. */
export const shownRows = sql`select coalesce(json_agg(shown), '[]') from (
  select duty.id, duty.document_id as "documentId", document.symbol, duty.position, duty.path, duty.text,
    duty.is_request as "isRequest", duty.deadline_words as "deadlineWords", duty.due_on as "dueOn", page.cell,
    page.grouped_under as "groupedUnder", page.in_group as "inGroup", (
      select g.name from agency g where g.tenant_id = duty.tenant_id and g.id = page.line) as "takenOverFrom",
    duty.unnamed_holders as "unnamedHolders", duty.unnamed_coordinators as "unnamedCoordinators",
    coalesce((${shownParts}), '[]') as parts
  from page join duty on duty.id = page.id
  join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
  order by page.rank) shown`;

/** What a list can be narrowed to: only what some duty has. */
export async function listFilterChoices(tx: Tx) {
  const [agencies, documents, groups] = await Promise.all([
    sql<{ id: string; name: string }>`
      select id, name from agency where exists (select from assignment a where a.tenant_id = agency.tenant_id and a.agency_id = agency.id)
      order by name collate "vi-x-icu"`.execute(tx),
    sql<{ id: string; symbol: string | null; title: string | null }>`
      select id, symbol, title from document where state = 'published' order by published_at desc limit 200`.execute(
      tx,
    ),
    sql<{ documentId: string; path: string; start: string }>`
      select document.id as "documentId", g->>'path' as path, g->>'start' as start
      from document, jsonb_array_elements(document.reading->'taskGroups') with ordinality t(g, at)
      where document.state = 'published' order by document.published_at desc, t.at limit 500`.execute(tx),
  ]);
  return { agencies: agencies.rows, documents: documents.rows, groups: groups.rows };
}
