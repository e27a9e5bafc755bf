import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { officeDayOf } from './four-cells.store.ts';

// Any question about duties can be asked as of a day: inside it `assignment`, `duty` and `agency` then stand for what
// they were at the end of that day, because a name of a WITH clause hides the table of the same name.

/** Every part given by then, held by whom it was, in the state and with the clock it had. */
const assignmentsOn = (day: string): RawBuilder<object> => sql`(
  select so.* from public.assignment a
  join public.duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
  join public.document on document.tenant_id = d.tenant_id and document.id = d.document_id
  left join lateral (
    select v.held from assignment_version v
    where v.tenant_id = a.tenant_id and v.assignment_id = a.id and ${officeDayOf(sql`v.changed_at`)} <= ${day}::date
    order by v.changed_at desc limit 1) known on true
  cross join lateral (select agency_of_part_on(a.id, a.agency_id, ${day}::date) as by_agency) held
  cross join lateral jsonb_populate_record(a, coalesce(known.held, ${asGiven}) || jsonb_build_object(
    'agency_id', held.by_agency, 'first_agency_id', nullif(a.first_agency_id, held.by_agency))) so
  where ${givenOn} <= ${day}::date)`;

/** A plan read in years after it was issued gave its work on the day it was issued. */
const givenOn = sql`(case when ${officeDayOf(sql`a.given_at`)} <= ${officeDayOf(sql`d.created_at`)}
  then least(${officeDayOf(sql`d.created_at`)}, document.issued_on) else ${officeDayOf(sql`a.given_at`)} end)`;

const asGiven = sql`jsonb_build_object('state', 'assigned', 'received_at', null, 'completed_at', null, 'confirmed_at', null,
  'stopped_on', null, 'due_on', coalesce(a.first_due_on, a.due_on), 'reason', null, 'proposed_agency_id', null, 'signal', null, 'signal_said', null)`;

/** The whole from its parts of that day; says in SQL what `summarise` and `clockOfWhole` say, and a test holds them together. */
const dutiesOn = (day: string): RawBuilder<object> => sql`(
  select so.* from public.duty d
  join public.document on document.tenant_id = d.tenant_id and document.id = d.document_id
  left join (
    select duty_id, ${stateOfParts} as state,
      case when count(completed_at) = count(*) then max(${officeDayOf(sql`completed_at`)}) end as completed_on,
      case when count(due_on) = count(*) then max(due_on) end as due_on,
      case when count(stopped_on) filter (where completed_at is null) = count(*) filter (where completed_at is null)
        then max(stopped_on) filter (where completed_at is null) end as stopped_on
    from (select *, min(rank) over (partition by duty_id) as best from (
      select *, case when role = 'holder' and leads then 1 when role = 'holder' then 2 else 3 end as rank
      from assignment where state <> 'withdrawn') live) ranked
    where rank = best group by duty_id) whole on whole.duty_id = d.id
  cross join lateral jsonb_populate_record(d, jsonb_build_object(
    'state', coalesce(whole.state, case when exists (select from assignment a where a.duty_id = d.id) then 'withdrawn' else 'assigned' end),
    'completed_on', whole.completed_on, 'stopped_on', whole.stopped_on,
    'due_on', coalesce(whole.due_on, case when whole.duty_id is null then d.due_on else d.first_due_on end))) so
  where least(${officeDayOf(sql`d.created_at`)}, document.issued_on) <= ${day}::date)`;

const all = (...states: string[]) => sql`bool_and(state = any(${states}))`;
const some = (...states: string[]) => sql`bool_or(state = any(${states}))`;
const stateOfParts = sql`case
  when ${all('completed')} then 'completed' when ${all('refused')} then 'refused' when ${all('paused')} then 'paused'
  when ${all('completed', 'awaiting-confirmation')} then 'awaiting-confirmation'
  when ${some('returned')} then 'returned'
  when ${some('in-progress', 'awaiting-confirmation', 'completed')} then 'in-progress'
  when ${some('received')} then 'received' else 'assigned' end`;

/** Agencies by the name they had. */
const agenciesOn = (day: string): RawBuilder<object> => sql`(
  select so.* from public.agency a
  cross join lateral jsonb_populate_record(a, jsonb_build_object('name', agency_name_on(a.id, ${day}::date, a.name))) so)`;

/** What a statement's WITH clause begins with so that it speaks of a day; nothing when `day` is null. Others follow. */
export const tablesOn = (day: string | null): RawBuilder<unknown> => (day ? sql`${tables(day)},` : sql``);

/** The same as a whole WITH clause. */
export const speakingOf = (day: string | null): RawBuilder<unknown> =>
  day ? sql`with ${tables(day)}` : sql``;

const tables = (day: string) => sql`assignment as materialized ${assignmentsOn(day)},
  duty as materialized ${dutiesOn(day)}, agency as materialized ${agenciesOn(day)}`;

/** The same transaction for statements of Kysely's own making, speaking of a day. */
export const dutiesAsOf = (tx: Tx, day: string | null): Tx =>
  day
    ? (tx
        .with('assignment', () => assignmentsOn(day))
        .with('duty', () => dutiesOn(day))
        .with('agency', () => agenciesOn(day)) as unknown as Tx)
    : tx;
