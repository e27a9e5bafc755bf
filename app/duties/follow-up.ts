import { listAgencies } from '#app/agencies/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { invalid } from '#app/platform/problem.ts';
import { getDuty, insertDuty, nextPosition } from './duty.store.ts';

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
