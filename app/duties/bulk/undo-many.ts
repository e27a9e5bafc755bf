import { type LedgerEvent, lastSeq, listEvents, undoByLine } from '#app/ledger/index.ts';
import { inSavepoint } from '#app/platform/database.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound, Problem } from '#app/platform/problem.ts';
import { actAsViewer } from '../assignment.routes.ts';
import { dutyBook } from '../duty.events.ts';
import type { Outcome } from './bulk.contract.ts';
import { mayTakeBackBatch } from './bulk.policy.ts';
import { wayBack } from './bulk.ts';
import type { Desk } from './change-given.ts';
import { nameDuty } from './name-duty.ts';

type Line = { dutyId: string; seq: number };

/** Takes back what the viewer has just done, the last first; each line is done or says why not. */
export async function undoLines(desk: Desk, lines: readonly Line[]): Promise<Outcome> {
  const { tx } = desk;
  const outcome: Outcome = { done: [], refused: [] };
  const byDuty = Map.groupBy(lines, ({ dutyId }) => dutyId);
  for (const dutyId of [...byDuty.keys()].toSorted()) {
    const label = (await nameDuty(tx, dutyId)) ?? '';
    const chain = await listEvents(tx, 'duty', dutyId);
    for (const { seq } of byDuty.get(dutyId)!.toSorted((a, b) => b.seq - a.seq)) {
      const line = chain[seq - 1];
      const agencyName = (line?.payload.agency as string | undefined) ?? null;
      try {
        await inSavepoint(tx, () => takeBack(desk, dutyId, seq, line));
        const last = await lastSeq(tx, 'duty', dutyId);
        outcome.done.push({ dutyId, label, agencyName: agencyName ?? '', seq: last });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        outcome.refused.push({ dutyId, label, agencyName, why: error.message });
      }
    }
  }
  return outcome;
}

async function takeBack(
  desk: Desk,
  dutyId: string,
  seq: number,
  line: LedgerEvent | undefined,
): Promise<void> {
  const { tx, house, viewer } = desk;
  if (!line) throw notFound('việc này trong nhật ký');
  requirePolicy(mayTakeBackBatch, viewer, { actorId: line.actorId });
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
