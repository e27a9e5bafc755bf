import type { Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { AssignmentState, Clock } from './assignment.ts';
import { carryDueDay } from './recurrence/recurrence.store.ts';
import type { StandingClock, Wait } from './standing-clock.ts';

/** A part of a duty with its agency's name, as every reader of it wants to know it. */
export const partColumns = [
  'assignment.id',
  'assignment.agency_id as agencyId',
  'agency.name as agencyName',
  'assignment.first_agency_id as firstAgencyId',
  'assignment.printed_name as printedName',
  'assignment.role',
  'assignment.leads',
  'assignment.state',
  'assignment.state_before as stateBefore',
  'assignment.due_on as dueOn',
  'assignment.first_due_on as firstDueOn',
  'assignment.stopped_on as stoppedOn',
  'assignment.waits_for as waitsFor',
  'assignment.paused_until as pausedUntil',
  'assignment.proposed_agency_id as proposedAgencyId',
  'assignment.signal',
  'assignment.signal_said as signalSaid',
  'assignment.received_at as receivedAt',
  'assignment.completed_at as completedAt',
  'assignment.confirmed_at as confirmedAt',
] as const;

export type HeldAssignment = Clock & {
  id: string;
  dutyId: string;
  agencyId: string;
  agencyName: string;
  printedName: string;
  role: 'holder' | 'coordinator';
  leads: boolean;
  state: AssignmentState;
  /** What it was before it was paused or withdrawn. */
  stateBefore: AssignmentState | null;
  dueOn: string | null;
  firstDueOn: string | null;
  /** Since when its clock stands still, 'YYYY-MM-DD'. */
  stoppedOn: string | null;
  waitsFor: Wait[];
  pausedUntil: string | null;
  /** Whom it went to, or whom its agency named when it refused. */
  proposedAgencyId: string | null;
};

/** What an action writes. */
export type AssignmentChange = Clock &
  Pick<
    HeldAssignment,
    'state' | 'stateBefore' | 'dueOn' | 'stoppedOn' | 'waitsFor' | 'pausedUntil' | 'proposedAgencyId'
  > & { reason: string | null };

/**
 * One agency's part of a duty. `forUpdate` holds the whole duty until the transaction ends, so that two people
 * acting on its parts at once follow each other and its state is folded from both.
 * @throws Problem 404
 */
export async function getAssignment(
  tx: Tx,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<HeldAssignment> {
  const asked = tx
    .selectFrom('duty')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.tenant_id', '=', 'duty.tenant_id').onRef('assignment.duty_id', '=', 'duty.id'),
    )
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.tenant_id', '=', 'assignment.tenant_id')
        .onRef('agency.id', '=', 'assignment.agency_id'),
    )
    .select(['assignment.duty_id as dutyId', ...partColumns])
    .where('assignment.id', '=', id);
  // Who waited for the duty is given the part as it is then, because it is held too.
  const found = await (forUpdate ? asked.forUpdate(['duty', 'assignment']) : asked).executeTakeFirst();
  if (!found) throw notFound('phần việc này');
  return found;
}

export async function updateAssignment(
  tx: Tx,
  id: string,
  change: AssignmentChange,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({
      state: change.state,
      state_before: change.stateBefore,
      due_on: change.dueOn,
      stopped_on: change.stoppedOn,
      waits_for: change.waitsFor,
      paused_until: change.pausedUntil,
      received_at: change.receivedAt,
      completed_at: change.completedAt,
      confirmed_at: change.confirmedAt,
      reason: change.reason,
      proposed_agency_id: change.proposedAgencyId,
      changed_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** The part of an agency in a duty, the one that leads first; undefined where it has none. */
export async function findPartOf(tx: Tx, dutyId: string, agencyId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('assignment')
    .select('id')
    .where('duty_id', '=', dutyId)
    .where('agency_id', '=', agencyId)
    .where('state', 'not in', ['withdrawn', 'refused'])
    .orderBy('role', 'desc')
    .orderBy('leads', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** The part of a duty that answers for it: the holder that leads, else the first holder. */
export async function findLeadingPart(tx: Tx, dutyId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('assignment')
    .select('id')
    .where('duty_id', '=', dutyId)
    .where('role', '=', 'holder')
    .where('state', '<>', 'withdrawn')
    .orderBy('leads', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** The part of an agency in a duty, in whatever state. */
export async function findAnyPartOf(tx: Tx, dutyId: string, agencyId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('assignment')
    .select('id')
    .where('duty_id', '=', dutyId)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  return row?.id;
}

/** Has this agency a part of the duty already, in either role? A withdrawn one counts: its row is still there. */
export async function hasPart(tx: Tx, dutyId: string, agencyId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('assignment')
    .select('id')
    .where('duty_id', '=', dutyId)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Parts whose pause was to end on or before a day. */
export async function listEndedPauses(tx: Tx, day: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select('id')
    .where('state', '=', 'paused')
    .where('paused_until', '<=', day)
    .execute();
  return rows.map(({ id }) => id);
}

/** Stops or starts the clock of a part, as `stopClock` and `startClock` say; the whole is written anew by the caller. */
export async function setStandingClock(tx: Tx, id: string, clock: StandingClock, at: Date): Promise<void> {
  await carryDueDay(tx, id, clock.dueOn);
  await tx
    .updateTable('assignment')
    .set({ due_on: clock.dueOn, stopped_on: clock.stoppedOn, waits_for: clock.waitsFor, changed_at: at })
    .where('id', '=', id)
    .execute();
}
