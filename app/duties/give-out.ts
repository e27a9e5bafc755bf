import { listAgencies } from '#app/agencies/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { dueDateOf } from './due-date.ts';
import { insertDuty } from './duty.store.ts';
import { isAskedOnly, type PlannedDuty } from './publication.ts';
import { giveRhythm } from './recurrence/make-times.ts';

type Giving = {
  at: Date;
  actorId: string;
  document: { id: string; issuedOn: string | null };
  /** Words of deadlines whose assumed date a person accepts. */
  accepted: ReadonlySet<string>;
};

/** Gives planned duties to their agencies, each with its event. Returns their ids, in the order planned. */
export async function giveOut(
  tx: Tx,
  { at, actorId, document, accepted }: Giving,
  planned: readonly PlannedDuty[],
): Promise<string[]> {
  const calendar = await officeCalendar(tx);
  const agencyOf = new Map((await listAgencies(tx)).map((agency) => [agency.id, agency]));
  const ids: string[] = [];
  for (const { duty, parts, unnamedHolders, unnamedCoordinators } of planned) {
    const limit = duty.deadline ? dueDateOf(duty.deadline.words, document.issuedOn, calendar) : null;
    const isTaken = !limit?.assumption || accepted.has(duty.deadline?.words ?? '');
    const dueOn = limit && isTaken ? limit.due : null;
    const held = parts.filter((part) => part.role === 'holder');
    const isRequest = isAskedOnly(
      duty.request,
      held.map((part) => agencyOf.get(part.agencyId)!.kind),
    );
    const id = await insertDuty(
      tx,
      {
        ...duty,
        documentId: document.id,
        isRequest,
        deadlineWords: duty.deadline?.words ?? null,
        deadlineKind: limit?.kind ?? null,
        dueOn,
        dueSource: limit?.assumption ? 'confirmed' : 'stated',
        unnamedHolders,
        unnamedCoordinators,
      },
      parts,
      at,
    );
    const named = (role: 'holder' | 'coordinator') =>
      parts.filter((part) => part.role === role).map((part) => agencyOf.get(part.agencyId)!.name);
    await appendEvent(tx, at, {
      subjectKind: 'duty',
      subjectId: id,
      kind: 'duty.assigned',
      actorId,
      payload: {
        documentId: document.id,
        path: duty.path,
        leads: duty.lead,
        request: isRequest,
        holders: named('holder'),
        coordinators: named('coordinator'),
        dueOn,
      },
    });
    if (isTaken && duty.deadline)
      await giveRhythm(
        tx,
        at,
        { dutyId: id, words: duty.deadline.words, issuedOn: document.issuedOn },
        calendar,
      );
    ids.push(id);
  }
  return ids;
}
