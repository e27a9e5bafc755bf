import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';

const open = sql`a.state in ('assigned', 'received', 'in-progress', 'returned') and a.stopped_on is null`;
const remindedOn = sql`(select max(n.anchor_on) from notice n where n.tenant_id = a.tenant_id
  and n.subject_kind = 'duty' and n.subject_id = a.id and n.step = 'by-hand')`;

export type PartToRemind = {
  assignmentId: string;
  agencyId: string;
  agencyName: string;
  title: string;
  isRequest: boolean;
  isOpen: boolean;
  remindedToday: boolean;
};

/** The parts of a duty; `isOpen`: somebody can be reminded of it. */
export async function listPartsOfDuty(tx: Tx, dutyId: string, today: string): Promise<PartToRemind[]> {
  const { rows } = await sql<PartToRemind>`
    select a.id as "assignmentId", a.agency_id as "agencyId", agency.name as "agencyName",
      left(duty.text, 300) as title, duty.is_request as "isRequest", ${open} as "isOpen",
      coalesce(${remindedOn} = ${today}::date, false) as "remindedToday"
    from assignment a join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
    join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
    where a.duty_id = ${dutyId}::uuid order by a.role desc, a.leads desc, agency.name collate "vi-x-icu"`.execute(
    tx,
  );
  return rows;
}

export type ListedToRemind = {
  assignmentId: string;
  dutyId: string;
  title: string;
  agencyName: string;
  isRequest: boolean;
  dueOn: string | null;
  why: 'late' | 'silent';
  remindedOn: string | null;
};

/** Parts that are late or that nobody has received for two days, the longest waiting first. */
export async function listPartsToRemind(tx: Tx, today: string): Promise<ListedToRemind[]> {
  const { rows } = await sql<ListedToRemind>`
    select a.id as "assignmentId", a.duty_id as "dutyId", left(duty.text, 300) as title, agency.name as "agencyName",
      duty.is_request as "isRequest", a.due_on as "dueOn",
      case when a.due_on < ${today}::date and not duty.is_request then 'late' else 'silent' end as why,
      ${remindedOn} as "remindedOn"
    from assignment a join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
    join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
    where ${open} and ((a.due_on < ${today}::date and not duty.is_request)
      or (a.state = 'assigned' and a.changed_at < ${today}::date - 2))
    order by a.due_on nulls last, a.changed_at, a.id limit 200`.execute(tx);
  return rows;
}

/** Does some reminding to see whom it would reach, and takes all of it back. */
export async function rehearseReminders<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint rehearsal`.execute(tx);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint rehearsal`.execute(tx);
  }
}
