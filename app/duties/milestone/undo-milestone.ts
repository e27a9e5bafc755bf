import type { LedgerAct, LedgerEvent, Undone } from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { getAssignment } from '../assignment.store.ts';
import { mayActForAgency } from '../duty.policy.ts';
import { updateMilestone } from './milestone.store.ts';

/** What was done to a milestone is taken back: added, reached, unticked or removed. */
export const undoMilestone = Object.fromEntries(
  ['added', 'reached', 'reopened', 'removed'].map((done) => [`duty.milestone-${done}`, undo]),
);

async function undo({ tx, house, viewer }: LedgerAct, line: LedgerEvent): Promise<Undone> {
  const part = await getAssignment(tx, String(line.payload.assignmentId), { forUpdate: true });
  requirePolicy(mayActForAgency, viewer, { agencyId: part.agencyId, action: 'log-progress' });
  const told = (line.payload.changed ?? {}) as Record<string, [string | null, string | null]>;
  for (const [field, [was]] of Object.entries(told)) {
    const [id, name] = field.split(':') as [string, string];
    if (name === 'reachedOn') await updateMilestone(tx, id, { reachedOn: was });
    else await updateMilestone(tx, id, { removedAt: was === null ? house.now() : null });
  }
  return {
    changed: Object.fromEntries(Object.entries(told).map(([field, [was, is]]) => [field, [is, was]])),
    payload: { agency: part.agencyName },
  };
}
