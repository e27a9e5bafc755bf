import { type RawBuilder, sql } from 'kysely';
import { type AssignmentState, cellSql, officeDayOf } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Item } from './home.contract.ts';

/** So many, the first few by name. */
export type Found = { count: number; items: Item[] };
const SHOWN = 3;

/** Runs a select of id, title, note and due_on in the order to show; counts all, names the first. */
async function first(tx: Tx, rows: RawBuilder<unknown>, shown = SHOWN): Promise<Found> {
  const { rows: found } = await sql<Item & { count: number }>`
    select id, title, note, due_on as "dueOn", (count(*) over ())::integer as count from (${rows}) r limit ${shown}`.execute(
    tx,
  );
  return { count: found[0]?.count ?? 0, items: found.map(({ count: _, ...item }) => item) };
}

const ids = (agencyIds: readonly string[]) => sql`${[...agencyIds]}::uuid[]`;

/** Drafts: those with a duty nobody has confirmed yet, or those that are ready. */
export const findDrafts = (tx: Tx, { isReady }: { isReady: boolean }): Promise<Found> =>
  first(
    tx,
    sql`select id, coalesce(symbol || ': ' || title, symbol, title, '?') as title,
        case when duty_count > 0 then confirmed_count || '/' || duty_count end as note, null::date as due_on
      from document where state = 'draft' and (duty_count > 0 and confirmed_count >= duty_count) = ${isReady}
      order by created_at desc`,
  );

/** Parts of agencies in a state, waiting longest first. `of`: only or all but the parts of these agencies. */
export const findParts = (
  tx: Tx,
  state: AssignmentState,
  of: { only: readonly string[] } | { except: readonly string[] },
): Promise<Found> =>
  first(
    tx,
    sql`select duty.id, duty.text as title, agency.name as note, a.due_on
      from assignment a join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
      join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
      where a.state = ${state}
        and ${'only' in of ? sql`a.agency_id = any(${ids(of.only)})` : sql`a.agency_id <> all(${ids(of.except)})`}
      order by a.changed_at`,
  );

/** Open work inside the agency that was given to a person, the soonest due first; it opens its duty. */
export const findOwnTasks = (tx: Tx, personId: string): Promise<Found> =>
  first(
    tx,
    sql`select a.duty_id as id, task.text as title, giver.name as note, task.due_on
      from task join assignment a on a.tenant_id = task.tenant_id and a.id = task.assignment_id
      join person giver on giver.tenant_id = task.tenant_id and giver.id = task.given_by
      where task.state = 'open' and task.person_id = ${personId}
      order by task.due_on nulls last, task.given_at`,
  );

/**
 * Difficulties that wait at a level, the soonest due first: with the focal agency those of others, with a body that
 * has authority only its own.
 */
export const findDifficulties = (
  tx: Tx,
  level: 'focal' | 'committee' | 'authority',
  own: readonly string[],
): Promise<Found> =>
  first(
    tx,
    sql`select difficulty.duty_id as id, difficulty.words as title, agency.name as note, difficulty.reply_due_on as due_on
      from difficulty join agency on agency.tenant_id = difficulty.tenant_id and agency.id = difficulty.agency_id
      where difficulty.state = 'open' and difficulty.level = ${level}
        and ${
          level === 'authority'
            ? sql`difficulty.authority_id = any(${ids(own)})`
            : sql`difficulty.agency_id <> all(${ids(level === 'focal' ? own : [])})`
        }
      order by difficulty.reply_due_on, difficulty.raised_at`,
  );

/** Requests for more time that nobody has decided, for parts of only or all but these agencies. */
export const findExtensions = (
  tx: Tx,
  of: { only: readonly string[] } | { except: readonly string[] },
): Promise<Found> =>
  first(
    tx,
    sql`select duty.id, duty.text as title, agency.name as note, extension.due_before as due_on
      from extension join assignment a on a.tenant_id = extension.tenant_id and a.id = extension.assignment_id
      join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
      join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
      where extension.state = 'open'
        and ${'only' in of ? sql`a.agency_id = any(${ids(of.only)})` : sql`a.agency_id <> all(${ids(of.except)})`}
      order by extension.asked_at`,
  );

/** One row for each duty these agencies have a part in, their part as holder first: as the list "của tôi" counts. */
const ownParts = (agencyIds: readonly string[], today: string) => sql`
  select distinct on (a.duty_id, a.first_agency_id) duty.id, duty.position, duty.text as title,
    ${agencyIds.length > 1 ? sql`agency.name` : sql`null`} as note, a.due_on, a.state,
    ${cellSql({ state: sql`a.state`, completedOn: officeDayOf(sql`a.completed_at`), stoppedOn: sql`a.stopped_on`, dueOn: sql`a.due_on`, isRequest: sql`duty.is_request` }, today)} as cell
  from assignment a join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
  join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
  where a.state <> 'withdrawn' and a.agency_id = any(${ids(agencyIds)})
  order by a.duty_id, a.first_agency_id, a.role desc`;

export const findOwnParts = (
  tx: Tx,
  agencyIds: readonly string[],
  today: string,
  wanted: { state: AssignmentState } | { cell: 'open-late' },
): Promise<Found> =>
  first(
    tx,
    sql`select * from (${ownParts(agencyIds, today)}) own
      where ${'state' in wanted ? sql`state = ${wanted.state}` : sql`cell = ${wanted.cell}`}
      order by due_on nulls last, position`,
  );

/** Duties whose leading part is open and late, the longest overdue first. */
export const findOverdue = (tx: Tx, today: string): Promise<Found> =>
  first(
    tx,
    sql`select duty.id, duty.text as title, held.names as note, duty.due_on
      from duty cross join lateral (
        select string_agg(agency.name, ', ' order by agency.name) as names
        from (select agency_id from assignment a where a.tenant_id = duty.tenant_id and a.duty_id = duty.id
          and a.role = 'holder' and a.state <> 'withdrawn' limit 3) a
        join agency on agency.id = a.agency_id) held
      where duty.state <> 'withdrawn'
        and ${cellSql({ state: sql`duty.state`, completedOn: sql`duty.completed_on`, stoppedOn: sql`duty.stopped_on`, dueOn: sql`duty.due_on`, isRequest: sql`duty.is_request` }, today)} = 'open-late'
      order by duty.due_on, duty.position`,
    8,
  );

/** Reports that these agencies still have to file. */
export const findReportsToFile = (tx: Tx, agencyIds: readonly string[]): Promise<Found> =>
  first(
    tx,
    sql`select r.id, p.name as title, r.agency_name as note, p.due_on
      from agency_report r join report_period p on p.tenant_id = r.tenant_id and p.id = r.period_id
      where r.state in ('draft', 'returned') and r.joined_into is null and r.agency_id = any(${ids(agencyIds)}) order by p.due_on`,
  );

/** Letters that the ladder of reminders drafted and nobody has issued, of these agencies; the oldest first. */
export const findLettersToIssue = (tx: Tx, agencyIds: readonly string[]): Promise<Found> =>
  first(
    tx,
    sql`select l.id, coalesce((select string_agg(agency.name, ', ' order by agency.name)
          from letter_agency a join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
          where a.tenant_id = l.tenant_id and a.letter_id = l.id), l.content->>'title') as title,
        l.content->>'title' as note, null::date as due_on
      from letter l where l.state = 'draft' and l.issuer_id = any(${ids(agencyIds)})
        and exists (select from letter_step s where s.tenant_id = l.tenant_id and s.letter_id = l.id)
      order by l.made_at`,
  );

/** Filed reports nobody has taken in or sent back yet. */
export const findReportsToDecide = (tx: Tx): Promise<Found> =>
  first(
    tx,
    sql`select r.id, r.agency_name as title, p.name as note, null::date as due_on
      from agency_report r join report_period p on p.tenant_id = r.tenant_id and p.id = r.period_id
      where r.state = 'submitted' order by r.saved_at`,
  );

/** What is asked back about the reports of these agencies, in the words of the last question, the soonest due first. */
export const findAsksToAnswer = (tx: Tx, agencyIds: readonly string[]): Promise<Found> =>
  first(
    tx,
    sql`select q.id, said.words as title, p.name as note, q.due_on
      from consolidation_ask q join agency_report r on r.tenant_id = q.tenant_id and r.id = q.agency_report_id
      join report_period p on p.tenant_id = r.tenant_id and p.id = r.period_id
      cross join lateral (select t.words from consolidation_ask_turn t where t.tenant_id = q.tenant_id and t.ask_id = q.id
        and t.kind = 'question' order by t.n desc limit 1) said
      where q.state = 'open' and r.agency_id = any(${ids(agencyIds)}) order by q.due_on, q.asked_at`,
  );

/** Answers of agencies that nobody has closed or asked further about. */
export const findAsksToClose = (tx: Tx): Promise<Found> =>
  first(
    tx,
    sql`select q.id, r.agency_name || ': ' || said.words as title, p.name as note, null::date as due_on
      from consolidation_ask q join agency_report r on r.tenant_id = q.tenant_id and r.id = q.agency_report_id
      join report_period p on p.tenant_id = r.tenant_id and p.id = r.period_id
      cross join lateral (select t.words, t.said_at from consolidation_ask_turn t where t.tenant_id = q.tenant_id
        and t.ask_id = q.id and t.kind = 'answer' order by t.n desc limit 1) said
      where q.state = 'answered' order by said.said_at`,
  );

/** Consolidated reports that are not issued yet. */
export const findConsolidations = (tx: Tx): Promise<Found> =>
  first(
    tx,
    sql`select c.id, v.content->>'name' || ', ' || p.name as title,
        null::text as note, null::date as due_on
      from consolidation c join report_period p on p.tenant_id = c.tenant_id and p.id = c.period_id
      join report_definition_version v on v.tenant_id = p.tenant_id and v.definition_id = p.definition_id
        and v.version = p.definition_version
      where c.state = 'draft' order by c.created_at desc`,
  );

export type OpenPeriod = { id: string; name: string; dueOn: string; expected: number; filed: number };

/** Periods in which some agency's report is not taken in yet. */
export async function listOpenPeriods(tx: Tx): Promise<OpenPeriod[]> {
  const { rows } = await sql<OpenPeriod>`
    select p.id, p.name, p.due_on as "dueOn", count(*)::integer as expected,
      (count(*) filter (where r.state in ('submitted', 'accepted')))::integer as filed
    from report_period p join agency_report r on r.tenant_id = p.tenant_id and r.period_id = p.id and r.joined_into is null
    group by p.id, p.name, p.due_on having count(*) filter (where r.state <> 'accepted') > 0
    order by p.due_on limit 5`.execute(tx);
  return rows;
}

/** Hand-overs of which a person has something to receive. */
export const findHandOvers = (tx: Tx, personId: string): Promise<Found> =>
  first(
    tx,
    sql`select h.id, person.name as title, agency.name as note, h.last_day as due_on from hand_over h
      join person on person.tenant_id = h.tenant_id and person.id = h.person_id
      join agency on agency.tenant_id = h.tenant_id and agency.id = h.agency_id
      where h.cancelled_at is null and h.received_at is null and exists (select from hand_over_item i
        where i.tenant_id = h.tenant_id and i.hand_over_id = h.id and i.successor_id = ${personId} and i.received_at is null)
      order by h.last_day`,
  );

/** Requests about personal data that wait for somebody else than who asked; due is the day to acknowledge. */
export const findDataRequests = (tx: Tx, viewerId: string): Promise<Found> =>
  first(
    tx,
    sql`select r.id, person.name as title, null as note,
        case when r.acknowledged_at is null then r.acknowledge_by end as due_on
      from personal_data_request r join person on person.tenant_id = r.tenant_id and person.id = r.person_id
      where r.decided_at is null and r.withdrawn_at is null and r.person_id <> ${viewerId}
      order by r.acknowledge_by, r.asked_at`,
  );

/** People who hold a role, or will, and have never set a password. */
export const findNewcomers = (tx: Tx, today: string): Promise<Found> =>
  first(
    tx,
    sql`select person.id, person.name as title,
        (select min(agency.name) from membership m join agency on agency.tenant_id = m.tenant_id and agency.id = m.agency_id
          where m.tenant_id = person.tenant_id and m.person_id = person.id) as note, null::date as due_on
      from person where password_hash is null and erased_at is null
        and exists (select from membership m where m.tenant_id = person.tenant_id and m.person_id = person.id
          and (m.valid_to is null or m.valid_to >= ${today}::date))
      order by created_at, name`,
    50,
  );

/** Agencies in which nobody can receive work. */
export const findAgenciesWithoutPeople = (tx: Tx): Promise<Found> =>
  first(
    tx,
    sql`select agency.id, agency.name as title, null as note, null::date as due_on from agency
      where not exists (select from membership m where m.tenant_id = agency.tenant_id and m.agency_id = agency.id and m.valid_to is null)
      order by agency.name collate "vi-x-icu"`,
  );

/** The first thing a province lacks: agencies, documents, a published plan. */
export async function findLack(tx: Tx): Promise<'agencies' | 'documents' | 'published' | null> {
  const { rows } = await sql<{ agencies: boolean; documents: boolean; published: boolean }>`
    select exists (select from agency offset 1) as agencies, exists (select from document) as documents,
      exists (select from document where state = 'published') as published`.execute(tx);
  const has = rows[0]!;
  if (!has.agencies) return 'agencies';
  if (!has.documents) return 'documents';
  return has.published ? null : 'published';
}

/** Lines of the ledger since the Vietnamese day began. */
export async function countLedgerLines(tx: Tx, today: string): Promise<number> {
  const { rows } = await sql<{ lines: number }>`
    select count(*)::integer as lines from event where ${officeDayOf(sql`at`)} = ${today}::date
      and at > ${today}::date - interval '1 day'`.execute(tx);
  return rows[0]!.lines;
}

/** Agencies in which a focal officer works: their own parts are confirmed by a leader. */
export async function listFocalAgencies(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('agency_id')
    .distinct()
    .where('role', '=', 'focal-officer')
    .where('valid_to', 'is', null)
    .execute();
  return rows.map((row) => row.agency_id);
}
