import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { actOnPart, logOnPart } from './assignment.routes.ts';
import { findPartOf, getAssignment } from './assignment.store.ts';
import { stateAfter } from './assignment.ts';
import { policyOf } from './duty.policy.ts';

/** What a record elsewhere says of a part: a sentence with its address, and whether the part is done by it. */
export type Told = { dutyId: string; agencyId: string; note: string; link: string; isDone: boolean };

/**
 * Something happened elsewhere that is progress of an agency's part: it is received where it was not, an entry with
 * the reason and the way there is written, and it is reported done where that is what happened. Returns false when
 * the agency has no part that is open, or the viewer may not write for it; nothing is written then.
 */
export async function tellPart(tx: Tx, house: House, viewer: Viewer, told: Told): Promise<boolean> {
  const id = await findPartOf(tx, told.dutyId, told.agencyId);
  if (!id) return false;
  const held = () => getAssignment(tx, id, { forUpdate: true });
  const may = policyOf('log-progress').allows(viewer, { agencyId: told.agencyId, action: 'log-progress' });
  let part = await held();
  if (!may) return false;
  if (part.state === 'assigned') {
    await actOnPart(tx, house, viewer, part, { action: 'receive' });
    part = await held();
  }
  if (!stateAfter(part.state, 'log-progress')) return false;
  const doneOn = officeDay(house.now());
  const entry = { note: told.note, doneOn, files: [], links: [told.link], occurrenceId: null, closes: false };
  await logOnPart(tx, house, viewer, part, entry);
  if (told.isDone) await actOnPart(tx, house, viewer, await held(), { action: 'report-done' });
  return true;
}
