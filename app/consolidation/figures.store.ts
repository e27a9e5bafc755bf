import { sql } from 'kysely';
import type { AssignmentState } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';

/** A duty of the plan as the four cells see it today. */
export type MeasuredDuty = {
  state: AssignmentState;
  completedOn: string | null;
  stoppedOn: string | null;
  dueOn: string | null;
  isRequest: boolean;
};

/** How the duties of a plan stand, of all plans for null; those withdrawn are not counted. */
export async function listMeasured(tx: Tx, documentId: string | null): Promise<MeasuredDuty[]> {
  const { rows } = await sql<MeasuredDuty>`
    select state, completed_on as "completedOn", stopped_on as "stoppedOn", due_on as "dueOn", is_request as "isRequest"
    from duty where (${documentId}::uuid is null or document_id = ${documentId}::uuid) and state <> 'withdrawn'`.execute(
    tx,
  );
  return rows;
}
