import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { listSentOfDuties, type ToldOfDuty } from './delivery.store.ts';

/**
 * Proof of delivery stands in the duty's own chain, so that the proof of a duty holds it: one line for each step that
 * was sent about it, by the ladder, in this moment.
 */
export async function tellSent(tx: Tx, house: House): Promise<void> {
  for (const { dutyId, ...told } of await listSentOfDuties(tx, house.now()))
    await append(tx, house, dutyId, 'duty.reminded', null, told);
}

/** A line for each duty a person has now read a reminder of. */
export async function tellRead(
  tx: Tx,
  house: House,
  personId: string,
  read: readonly ToldOfDuty[],
): Promise<void> {
  for (const { dutyId, ...told } of read)
    await append(tx, house, dutyId, 'duty.reminder-read', personId, told);
}

const append = (
  tx: Tx,
  house: House,
  dutyId: string,
  kind: string,
  actorId: string | null,
  payload: Record<string, unknown>,
) => appendEvent(tx, house.now(), { subjectKind: 'duty', subjectId: dutyId, kind, actorId, payload });
