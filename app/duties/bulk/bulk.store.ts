import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { AssignmentState } from '../assignment.ts';
import type { DueSource } from '../due-source.ts';
import { type DutyFilter, matching } from '../duty-list.store.ts';
import { carryDueDay } from '../recurrence/recurrence.store.ts';

/** The duties that match, in no order; at most `most`. */
export async function findMatching(
  tx: Tx,
  filter: DutyFilter,
  today: string,
  most: number,
): Promise<string[]> {
  const wanted = filter.cell ? sql`where cell = ${filter.cell}` : sql``;
  const { rows } = await sql<{ id: string }>`
    with matching as (${matching(filter, { sort: 'position', down: false }, today)})
    select distinct id from matching ${wanted} limit ${most}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Those of these ids that are duties of the province. */
export async function keepDuties(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from duty where id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export type ChosenPart = { dutyId: string; agencyId: string; state: AssignmentState };

export async function listPartsOfMany(tx: Tx, dutyIds: readonly string[]): Promise<ChosenPart[]> {
  const { rows } = await sql<ChosenPart>`
    select duty_id as "dutyId", agency_id as "agencyId", state from assignment
    where duty_id = any(${[...dutyIds]}::uuid[])`.execute(tx);
  return rows;
}

/** Who cooperates in these duties and can still be replaced, the most frequent first. */
export async function listCoordinators(
  tx: Tx,
  dutyIds: readonly string[],
): Promise<{ id: string; name: string; duties: number }[]> {
  const { rows } = await sql<{ id: string; name: string; duties: number }>`
    select agency.id, agency.name, count(distinct part.duty_id)::int as duties from assignment part
    join agency on agency.tenant_id = part.tenant_id and agency.id = part.agency_id
    where part.duty_id = any(${[...dutyIds]}::uuid[]) and part.role = 'coordinator'
      and part.state not in ('completed', 'awaiting-confirmation', 'withdrawn')
    group by agency.id, agency.name order by duties desc, agency.name collate "vi-x-icu"`.execute(tx);
  return rows;
}

/** Does some work to see how it fares, and takes all of it back. */
export async function rehearse<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint rehearsal`.execute(tx);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint rehearsal`.execute(tx);
  }
}

/** Sets the day of one part; its current time, if the duty comes back, moves with it. */
export async function putDueDay(tx: Tx, partId: string, dueOn: string | null, at: Date): Promise<void> {
  await carryDueDay(tx, partId, dueOn);
  await tx
    .updateTable('assignment')
    .set({ due_on: dueOn, changed_at: at })
    .where('id', '=', partId)
    .execute();
}

export async function putDueOfWhole(
  tx: Tx,
  dutyId: string,
  { dueOn, dueSource }: { dueOn: string | null; dueSource: DueSource | null },
): Promise<void> {
  await tx
    .updateTable('duty')
    .set({ due_on: dueOn, due_source: dueOn ? dueSource : null })
    .where('id', '=', dutyId)
    .execute();
}
