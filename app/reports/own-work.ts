import { listDutiesOfAgency, listProgress } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import type { DutyPart, Entry } from './prefill.ts';

/** What an agency does under a plan and what it wrote down from one day to another, both counted. */
export async function ownWork(
  tx: Tx,
  given: { documentId: string; agencyId: string; from: string; to: string },
): Promise<{ parts: DutyPart[]; entries: Entry[] }> {
  const { documentId, agencyId, from, to } = given;
  const duties = await listDutiesOfAgency(tx, agencyId, { documentId });
  const entries = await listProgress(tx, { documentId, agencyId, from, to });
  // One who holds and coordinates the same duty reports on it once; who refused it, not at all.
  const once = new Map(duties.filter((duty) => duty.state !== 'refused').map((duty) => [duty.dutyId, duty]));
  const parts = [...once.values()].map((duty, position) => ({
    ...duty,
    position,
    completedOn: duty.completedAt && officeDay(duty.completedAt),
  }));
  return { parts, entries };
}
