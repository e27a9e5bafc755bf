import { listAgencies } from '#app/agencies/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { actOnPart } from './assignment.routes.ts';
import { getAssignment } from './assignment.store.ts';
import { getDuty, insertDuty, listAssignments, nextPosition } from './duty.store.ts';

export type FollowUp = {
  /** The duty whose sentence it stands on. */
  dutyId: string;
  text: string;
  agencyIds: string[];
  dueOn: string | null;
  /** What gave it out, for the ledger, e.g. `{ difficultyId }`. */
  because: Record<string, string>;
};

/** Gives out a new duty that follows from another: from an answer, a conclusion, a finding. Returns its id. */
export async function giveFollowUp(tx: Tx, at: Date, actorId: string, given: FollowUp): Promise<string> {
  const from = await getDuty(tx, given.dutyId);
  const agencies = (await listAgencies(tx)).filter(({ id }) => given.agencyIds.includes(id));
  if (agencies.length < given.agencyIds.length)
    throw invalid('Có cơ quan được chọn không còn trong danh mục: hãy chọn lại.', [
      { path: 'followUp.agencyIds', message: 'Có cơ quan không còn trong danh mục.' },
    ]);
  const id = await insertDuty(
    tx,
    {
      documentId: from.documentId,
      position: await nextPosition(tx, from.documentId),
      path: from.path,
      text: given.text,
      span: [from.begin, from.end],
      isRequest: false,
      deadlineWords: null,
      deadlineKind: null,
      dueOn: given.dueOn,
      dueSource: 'confirmed',
      reportTo: from.reportTo,
      product: null,
      taskGroups: from.taskGroups,
      unnamedHolders: [],
      unnamedCoordinators: [],
    },
    agencies.map((agency) => ({
      agencyId: agency.id,
      printedName: agency.name,
      role: 'holder' as const,
      leads: true,
    })),
    at,
  );
  await appendEvent(tx, at, {
    subjectKind: 'duty',
    subjectId: id,
    kind: 'duty.assigned',
    actorId,
    payload: {
      documentId: from.documentId,
      fromDutyId: from.id,
      path: from.path,
      leads: true,
      request: false,
      holders: agencies.map(({ name }) => name),
      coordinators: [],
      dueOn: given.dueOn,
      ...given.because,
    },
  });
  return id;
}

/** Withdraws a follow-up whose ground is gone, as long as nobody has begun it. @throws Problem 409 */
export async function takeBackFollowUp(tx: Tx, house: House, viewer: Viewer, dutyId: string): Promise<void> {
  const parts = await listAssignments(tx, dutyId);
  const begun = parts.find(({ state }) => state !== 'assigned');
  if (begun)
    throw conflict(
      `${begun.agencyName} đã bắt tay vào việc được giao theo câu trả lời: hãy thu hồi việc đó trước.`,
    );
  for (const { id } of parts)
    await actOnPart(tx, house, viewer, await getAssignment(tx, id, { forUpdate: true }), {
      action: 'withdraw',
      reason: 'Rút câu trả lời đã giao việc này',
    });
}
