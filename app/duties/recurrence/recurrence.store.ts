import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { Deadline, Rhythm } from '#libraries/calendar/index.ts';
import { officeDayOf } from '../four-cells.store.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    rhythm: {
      tenant_id: Filled<string>;
      duty_id: string;
      words: string;
      deadline: unknown;
      after: string;
      set_by: string | null;
      set_at: Date;
    };
    occurrence: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      assignment_id: string;
      every: Rhythm;
      occurs_on: string;
      due_on: string;
      first_due_on: string;
      made_at: Date;
    };
  }
}

export type HeldRhythm = {
  dutyId: string;
  words: string;
  deadline: Deadline;
  after: string;
  setBy: string | null;
};

const rhythmColumns = ['duty_id as dutyId', 'words', 'deadline', 'after', 'set_by as setBy'] as const;

export async function findRhythm(tx: Tx, dutyId: string): Promise<HeldRhythm | undefined> {
  const row = await tx
    .selectFrom('rhythm')
    .select(rhythmColumns)
    .where('duty_id', '=', dutyId)
    .executeTakeFirst();
  return row as HeldRhythm | undefined;
}

/** Rhythms of duties somebody is still at work on. */
export async function listRhythms(tx: Tx): Promise<HeldRhythm[]> {
  const rows = await tx
    .selectFrom('rhythm')
    .innerJoin('duty', (join) =>
      join.onRef('duty.tenant_id', '=', 'rhythm.tenant_id').onRef('duty.id', '=', 'rhythm.duty_id'),
    )
    .select(rhythmColumns)
    .where('duty.state', 'not in', ['completed', 'withdrawn'])
    .orderBy('duty_id')
    .execute();
  return rows as HeldRhythm[];
}

export async function putRhythm(tx: Tx, rhythm: HeldRhythm, at: Date): Promise<void> {
  const { dutyId, ...rest } = rhythm;
  const values = {
    words: rest.words,
    deadline: JSON.stringify(rest.deadline),
    after: rest.after,
    set_by: rest.setBy,
    set_at: at,
  };
  await tx
    .insertInto('rhythm')
    .values({ duty_id: dutyId, ...values })
    .onConflict((clash) => clash.columns(['tenant_id', 'duty_id']).doUpdateSet(values))
    .execute();
}

/** A duty that no longer comes back; its times that were written on stay. */
export async function dropRhythm(tx: Tx, dutyId: string): Promise<void> {
  await tx.deleteFrom('rhythm').where('duty_id', '=', dutyId).execute();
}

const doneOn = sql<string | null>`(select min(${officeDayOf(sql`e.created_at`)}) from progress_entry e
  where e.tenant_id = occurrence.tenant_id and e.occurrence_id = occurrence.id and e.closes)`;

/** Every time of a duty's parts, oldest first. */
export const listTimes = (tx: Tx, dutyId: string) =>
  tx
    .selectFrom('occurrence')
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.tenant_id', '=', 'occurrence.tenant_id')
        .onRef('assignment.id', '=', 'occurrence.assignment_id'),
    )
    .select([
      'occurrence.id',
      'occurrence.assignment_id as assignmentId',
      'occurrence.every',
      'occurrence.occurs_on as occursOn',
      'occurrence.due_on as dueOn',
      'occurrence.first_due_on as firstDueOn',
    ])
    .select(doneOn.as('doneOn'))
    .select(
      sql<number>`(select count(*)::integer from progress_entry e
        where e.tenant_id = occurrence.tenant_id and e.occurrence_id = occurrence.id)`.as('entries'),
    )
    .where('assignment.duty_id', '=', dutyId)
    .orderBy('occurrence.occurs_on')
    .orderBy('occurrence.every')
    .execute();

/** One time of one part. @throws Problem 404 */
export async function getTime(tx: Tx, assignmentId: string, id: string) {
  const found = await tx
    .selectFrom('occurrence')
    .select(['id', 'occurs_on as occursOn', doneOn.as('doneOn')])
    .where('assignment_id', '=', assignmentId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound('kỳ này của phần việc');
  return found;
}

/** Parts of a duty that make times: given, and neither finished nor out of their agency's hands. */
export const listPartsAtWork = (tx: Tx, dutyId: string) =>
  tx
    .selectFrom('assignment')
    .select('id')
    .select(officeDayOf(sql`given_at`).as('givenOn'))
    .where('duty_id', '=', dutyId)
    .where('state', 'not in', ['completed', 'awaiting-confirmation', 'refused', 'withdrawn'])
    .orderBy('id')
    .execute();

type NewTime = { assignmentId: string; every: Rhythm; occursOn: string; dueOn: string };

/** Adds times; one that is there stays as it is. Returns how many are new. */
export async function insertTimes(tx: Tx, times: readonly NewTime[], at: Date): Promise<number> {
  if (!times.length) return 0;
  const rows = await tx
    .insertInto('occurrence')
    .values(
      times.map((time) => ({
        assignment_id: time.assignmentId,
        every: time.every,
        occurs_on: time.occursOn,
        due_on: time.dueOn,
        first_due_on: time.dueOn,
        made_at: at,
      })),
    )
    .onConflict((clash) => clash.columns(['tenant_id', 'assignment_id', 'occurs_on', 'every']).doNothing())
    .returning('id')
    .execute();
  return rows.length;
}

/** A changed rhythm takes back the times to come that nobody wrote anything on. */
export async function dropTimesToCome(tx: Tx, dutyId: string, today: string): Promise<void> {
  await sql`delete from occurrence o using assignment a
    where a.tenant_id = o.tenant_id and a.id = o.assignment_id and a.duty_id = ${dutyId} and o.occurs_on > ${today}
      and not exists (select from progress_entry e where e.tenant_id = o.tenant_id and e.occurrence_id = o.id)
      and not exists (select from progress_taken_back e where e.tenant_id = o.tenant_id and e.occurrence_id = o.id)`.execute(
    tx,
  );
}

const current = sql`select distinct on (o.assignment_id) o.id, o.assignment_id, o.due_on, o.first_due_on
  from occurrence o join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
  where not exists (select from progress_entry e where e.tenant_id = o.tenant_id and e.occurrence_id = o.id and e.closes)`;
const firstFirst = sql`order by o.assignment_id, o.occurs_on, o.every collate "C"`;

/** Each part of a recurring duty is due when its current time is; says in SQL what `currentOf` says, and a test holds them together. */
export async function setDueDays(tx: Tx, dutyId: string): Promise<void> {
  await sql`with current as (${current} and a.duty_id = ${dutyId} ${firstFirst})
    update assignment set due_on = current.due_on, first_due_on = current.first_due_on from current
    where assignment.id = current.assignment_id
      and (assignment.due_on, assignment.first_due_on) is distinct from (current.due_on, current.first_due_on)`.execute(
    tx,
  );
}

/** The day of a part was moved (an extension, a clock that stood): its current time moves with it. */
export async function carryDueDay(tx: Tx, assignmentId: string, dueOn: string | null): Promise<void> {
  if (!dueOn) return;
  await sql`with current as (${current} and a.id = ${assignmentId} ${firstFirst})
    update occurrence set due_on = ${dueOn} from current where occurrence.id = current.id`.execute(tx);
}

/** The oldest time of a part that should have been done by a day and is not. */
export async function findOpenTime(tx: Tx, assignmentId: string, before: string): Promise<string | null> {
  const { rows } = await sql<{
    due_on: string;
  }>`with current as (${current} and a.id = ${assignmentId} ${firstFirst})
    select due_on from current where due_on < ${before}`.execute(tx);
  return rows[0]?.due_on ?? null;
}
