import { dutiesAsOf, listDutiesOfAgency, listProgress } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import type { DutyPart, Entry } from './prefill.ts';

/**
 * What an agency does under a plan and what it wrote down from one day to another, both counted. `asOf`: what it held
 * on that day, for a report that was filed then.
 */
export async function ownWork(
  tx: Tx,
  given: { documentId: string | null; agencyId: string; from: string; to: string; asOf?: string | null },
): Promise<{ parts: DutyPart[]; entries: Entry[] }> {
  const { documentId, agencyId, from, to } = given;
  const then = dutiesAsOf(tx, given.asOf ?? null);
  const plan = documentId ? { documentId } : {};
  const duties = await listDutiesOfAgency(then, agencyId, plan);
  const entries = await listProgress(then, { ...plan, agencyId, from, to });
  // One who holds and coordinates the same duty reports on it once; who refused it, not at all.
  const once = new Map(duties.filter((duty) => duty.state !== 'refused').map((duty) => [duty.dutyId, duty]));
  const parts = [...once.values()].map((duty, position) => ({
    ...duty,
    position,
    completedOn: duty.completedAt && officeDay(duty.completedAt),
  }));
  return { parts, entries };
}
