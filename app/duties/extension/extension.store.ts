import type { Filled, Tx } from '#app/platform/database.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import type { DueSource } from '../due-source.ts';
import { carryDueDay } from '../recurrence/recurrence.store.ts';
import type { ExtensionState } from './extension.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    extension: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      assignment_id: string;
      state: Filled<ExtensionState>;
      due_before: string | null;
      wanted_on: string;
      reason: string;
      asked_by: string;
      asked_at: Date;
      countered_on: Filled<string | null>;
      decided_by: Filled<string | null>;
      decided_at: Filled<Date | null>;
      decision_reason: Filled<string | null>;
      answered_at: Filled<Date | null>;
    };
  }
}

/** Adds a request; a part has one that is not decided at most. Returns its id. @throws Problem 409 */
export async function insertExtension(
  tx: Tx,
  asked: {
    assignmentId: string;
    dueBefore: string | null;
    wantedOn: string;
    reason: string;
    askedBy: string;
    at: Date;
  },
): Promise<string> {
  const made = await tx
    .insertInto('extension')
    .values({
      assignment_id: asked.assignmentId,
      due_before: asked.dueBefore,
      wanted_on: asked.wantedOn,
      reason: asked.reason,
      asked_by: asked.askedBy,
      asked_at: asked.at,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made)
    throw conflict('Phần việc này đang có một yêu cầu gia hạn chờ trả lời: hãy đợi hoặc rút lại yêu cầu đó.');
  return made.id;
}

const columns = [
  'extension.id',
  'extension.assignment_id as assignmentId',
  'extension.state',
  'extension.due_before as dueBefore',
  'extension.wanted_on as wantedOn',
  'extension.reason',
  'extension.asked_by as askedById',
  'extension.asked_at as askedAt',
  'extension.countered_on as counteredOn',
  'extension.decided_at as decidedAt',
  'extension.decision_reason as decisionReason',
] as const;

/** Requests of all parts of a duty, newest first, with the names of who asked and who decided. */
export const listExtensions = (tx: Tx, dutyId: string) =>
  tx
    .selectFrom('extension')
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.tenant_id', '=', 'extension.tenant_id')
        .onRef('assignment.id', '=', 'extension.assignment_id'),
    )
    .innerJoin('person as asker', (join) =>
      join.onRef('asker.tenant_id', '=', 'extension.tenant_id').onRef('asker.id', '=', 'extension.asked_by'),
    )
    .leftJoin('person as decider', (join) =>
      join
        .onRef('decider.tenant_id', '=', 'extension.tenant_id')
        .onRef('decider.id', '=', 'extension.decided_by'),
    )
    .select([
      ...columns,
      'assignment.agency_id as agencyId',
      'asker.name as askedBy',
      'decider.name as decidedBy',
    ])
    .where('assignment.duty_id', '=', dutyId)
    .orderBy('extension.asked_at', 'desc')
    .execute();

/** @throws Problem 404 */
export async function getExtension(tx: Tx, id: string) {
  const found = await tx
    .selectFrom('extension')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound('yêu cầu gia hạn này');
  return found;
}

export async function updateExtension(
  tx: Tx,
  id: string,
  change: {
    state: ExtensionState;
    counteredOn?: string;
    decided?: { by: string; at: Date; reason: string | null };
    answeredAt?: Date;
  },
): Promise<void> {
  const { decided } = change;
  await tx
    .updateTable('extension')
    .set({
      state: change.state,
      ...(change.counteredOn ? { countered_on: change.counteredOn } : {}),
      ...(decided ? { decided_by: decided.by, decided_at: decided.at, decision_reason: decided.reason } : {}),
      ...(change.answeredAt ? { answered_at: change.answeredAt } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Says where the due day of a whole duty now comes from, if it is this day. */
export async function markDueSource(tx: Tx, dutyId: string, dueOn: string, source: DueSource): Promise<void> {
  await tx
    .updateTable('duty')
    .set({ due_source: source })
    .where('id', '=', dutyId)
    .where('due_on', '=', dueOn)
    .execute();
}

/** Moves the day on which one part is due. */
export async function moveDue(tx: Tx, assignmentId: string, dueOn: string | null, at: Date): Promise<void> {
  await carryDueDay(tx, assignmentId, dueOn);
  await tx
    .updateTable('assignment')
    .set({ due_on: dueOn, changed_at: at })
    .where('id', '=', assignmentId)
    .execute();
}

/** An answer that was taken back: the request is as it was before it. */
export async function reopenExtension(tx: Tx, id: string, state: ExtensionState): Promise<void> {
  await tx
    .updateTable('extension')
    .set({
      state,
      answered_at: null,
      ...(state === 'open'
        ? { decided_by: null, decided_at: null, decision_reason: null, countered_on: null }
        : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Has the part another request that waits? */
export const hasUndecided = async (tx: Tx, assignmentId: string, except: string): Promise<boolean> =>
  (await tx
    .selectFrom('extension')
    .select('id')
    .where('assignment_id', '=', assignmentId)
    .where('id', '<>', except)
    .where('state', 'in', ['open', 'countered'])
    .limit(1)
    .executeTakeFirst()) !== undefined;
