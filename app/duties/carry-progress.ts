import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { actOnPart, logOnPart } from './assignment.routes.ts';
import { findLeadingPart, getAssignment } from './assignment.store.ts';
import { stateAfter } from './assignment.ts';
import { listProgress } from './progress.store.ts';

/** What an office wrote of a duty outside the program. `isDone`: report it done, for somebody else to confirm. */
export type Carried = { dutyId: string; note: string; doneOn: string; isDone: boolean };

/** What is to be known before progress is carried over: whose part it is, whether it is still open, and what was said of it. */
export async function standingOfLead(tx: Tx, dutyId: string) {
  const id = await findLeadingPart(tx, dutyId);
  if (!id) return null;
  const part = await getAssignment(tx, id);
  const isOpen = part.state === 'assigned' || stateAfter(part.state, 'log-progress') !== null;
  const notes = (await listProgress(tx, { dutyId })).map(({ note }) => note);
  return { agency: part.agencyName, isOpen, notes };
}

/**
 * Writes progress that an office kept elsewhere on the part that leads, in the name of who brings it: received where
 * it was not, an entry, and reported done where that is asked, which another person confirms. The caller has asked
 * its own policy. Returns false when no part is open; nothing is written then. @throws Problem 409 when it cannot be reported done
 */
export async function carryProgress(
  tx: Tx,
  house: House,
  viewer: Viewer,
  carried: Carried,
): Promise<boolean> {
  const id = await findLeadingPart(tx, carried.dutyId);
  if (!id) return false;
  const held = () => getAssignment(tx, id, { forUpdate: true });
  if ((await held()).state === 'assigned')
    await actOnPart(tx, house, viewer, await held(), { action: 'receive' });
  const part = await held();
  if (!stateAfter(part.state, 'log-progress')) return false;
  const { note, doneOn } = carried;
  const entry = { note, doneOn, files: [], links: [], occurrenceId: null, closes: false };
  await logOnPart(tx, house, viewer, part, entry);
  if (carried.isDone) await actOnPart(tx, house, viewer, await held(), { action: 'report-done' });
  return true;
}
