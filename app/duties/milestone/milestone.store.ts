import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    milestone: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      assignment_id: string;
      name: string;
      due_on: string;
      reached_on: Filled<string | null>;
      added_by: string;
      added_at: Date;
      removed_at: Filled<Date | null>;
    };
  }
}

const columns = [
  'milestone.id',
  'milestone.assignment_id as assignmentId',
  'milestone.name',
  'milestone.due_on as dueOn',
  'milestone.reached_on as reachedOn',
] as const;

/** The steps of all parts of a duty, in the order of their days. */
export const listMilestonesOf = (tx: Tx, dutyId: string) =>
  tx
    .selectFrom('milestone')
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.tenant_id', '=', 'milestone.tenant_id')
        .onRef('assignment.id', '=', 'milestone.assignment_id'),
    )
    .select(columns)
    .where('assignment.duty_id', '=', dutyId)
    .where('milestone.removed_at', 'is', null)
    .orderBy('milestone.due_on')
    .orderBy('milestone.added_at')
    .execute();

/** @throws Problem 404 */
export async function getMilestone(tx: Tx, id: string) {
  const found = await tx
    .selectFrom('milestone')
    .select(columns)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound('mốc này');
  return found;
}

export async function insertMilestone(
  tx: Tx,
  one: { assignmentId: string; name: string; dueOn: string; addedBy: string; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto('milestone')
    .values({
      assignment_id: one.assignmentId,
      name: one.name,
      due_on: one.dueOn,
      added_by: one.addedBy,
      added_at: one.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateMilestone(
  tx: Tx,
  id: string,
  change: { reachedOn: string | null } | { removedAt: Date | null },
): Promise<void> {
  await tx
    .updateTable('milestone')
    .set('removedAt' in change ? { removed_at: change.removedAt } : { reached_on: change.reachedOn })
    .where('id', '=', id)
    .execute();
}
