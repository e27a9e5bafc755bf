import { sql } from 'kysely';
import { type AssignmentState, type Measured, officeDayOf } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';

type Of = { agencyId: string; plan: string | null; window: { from: string; to: string } };

/** An agency's parts as the four cells measure them; one who holds and coordinates a duty has it once, as holder. */
export async function listMeasuredParts(tx: Tx, { agencyId, plan }: Of): Promise<Measured[]> {
  let query = tx
    .selectFrom('assignment')
    .innerJoin('duty', (join) =>
      join.onRef('duty.tenant_id', '=', 'assignment.tenant_id').onRef('duty.id', '=', 'assignment.duty_id'),
    )
    .distinctOn('duty.id')
    .select(['assignment.state', 'assignment.completed_at', 'assignment.due_on as dueOn'])
    .select(sql<string | null>`assignment.stopped_on`.as('stoppedOn'))
    .select('duty.is_request as isRequest')
    .where('assignment.agency_id', '=', agencyId)
    .where('assignment.state', 'not in', ['withdrawn', 'refused'])
    .orderBy('duty.id')
    .orderBy(sql`assignment.role = 'holder' desc`);
  if (plan) query = query.where('duty.document_id', '=', plan);
  const rows = await query.execute();
  return rows.map((row) => ({
    state: row.state as AssignmentState,
    completedOn: row.completed_at && officeDay(new Date(row.completed_at)),
    stoppedOn: row.stoppedOn,
    dueOn: row.dueOn,
    isRequest: row.isRequest,
  }));
}

/** Later days that were granted, or proposed and taken, inside the window. */
export async function countExtensions(tx: Tx, { agencyId, plan, window }: Of): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from extension e
    join assignment a on a.tenant_id = e.tenant_id and a.id = e.assignment_id
    join duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
    where a.agency_id = ${agencyId} and e.state in ('granted', 'accepted')
      and (${plan}::uuid is null or d.document_id = ${plan}::uuid)
      and ${officeDayOf(sql`e.decided_at`)} between ${window.from}::date and ${window.to}::date`.execute(tx);
  return rows[0]!.count;
}
