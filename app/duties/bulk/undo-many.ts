import { type LedgerEvent, lastSeq, listEvents, undoByLine } from '#app/ledger/index.ts';
import { inSavepoint } from '#app/platform/database.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound, Problem } from '#app/platform/problem.ts';
import { actAsViewer } from '../assignment.routes.ts';
import { dutyBook } from '../duty.events.ts';
import { type BatchLine, holdBatch, listStandingLines, markUndone } from './batch.store.ts';
import type { Outcome } from './bulk.contract.ts';
import { mayTakeBackBatch } from './bulk.policy.ts';
import { MOST_AT_ONCE, wayBack } from './bulk.ts';
import type { Desk } from './change-given.ts';
import { nameDuty } from './name-duty.ts';

/** Lines of one piece: a duty given to a group has many. */
const PIECE = MOST_AT_ONCE * 4;

/**
 * Takes back a piece of what the viewer did to many at once, the last first; each line is done or says why not.
 * `next`: where the next piece goes on, null when none is left. @throws Problem 403, 404
 */
export async function undoBatch(
  desk: Desk,
  id: string,
  before: number | undefined,
): Promise<Outcome & { next: number | null }> {
  const { tx, house, viewer } = desk;
  requirePolicy(mayTakeBackBatch, viewer, await holdBatch(tx, id));
  const lines = await listStandingLines(tx, id, before, PIECE);
  const { outcome, undone } = await undoLines(desk, lines);
  await markUndone(tx, id, undone, house.now());
  return { ...outcome, next: lines.length < PIECE ? null : lines.at(-1)!.n };
}

async function undoLines(
  desk: Desk,
  lines: readonly BatchLine[],
): Promise<{ outcome: Outcome; undone: number[] }> {
  const { tx } = desk;
  const outcome: Outcome = { done: [], refused: [] };
  const undone: number[] = [];
  const byDuty = Map.groupBy(lines, ({ dutyId }) => dutyId);
  // Always in one order, as when many are done: two people do not wait for each other.
  for (const dutyId of [...byDuty.keys()].toSorted()) {
    const label = (await nameDuty(tx, dutyId)) ?? '';
    const chain = await listEvents(tx, 'duty', dutyId);
    for (const { seq, n } of byDuty.get(dutyId)!.toSorted((a, b) => b.seq - a.seq)) {
      const line = chain[seq - 1];
      const agencyName = (line?.payload.agency as string | undefined) ?? null;
      try {
        await inSavepoint(tx, () => takeBack(desk, dutyId, seq, line));
        const last = await lastSeq(tx, 'duty', dutyId);
        outcome.done.push({ dutyId, label, agencyName: agencyName ?? '', seq: last });
        undone.push(n);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        outcome.refused.push({ dutyId, label, agencyName, why: error.message });
      }
    }
  }
  return { outcome, undone };
}

async function takeBack(
  desk: Desk,
  dutyId: string,
  seq: number,
  line: LedgerEvent | undefined,
): Promise<void> {
  const { tx, house, viewer } = desk;
  if (!line) throw notFound('việc này trong nhật ký');
  const back = wayBack[line.kind];
  if (back) {
    await actAsViewer(tx, house, viewer, String(line.payload.assignmentId), {
      action: back,
      reason: 'Hoàn tác việc vừa làm',
    });
    return;
  }
  const act = { tx, house, viewer, subjectId: dutyId };
  await undoByLine(act, dutyBook, await listEvents(tx, 'duty', dutyId), seq);
}
