import type { LedgerAct, LedgerEvent, Undone } from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { getAssignment } from '../assignment.store.ts';
import { mayActForAgency } from '../duty.policy.ts';
import { type Judged, putSignal } from './signal.store.ts';

/** A judgement is taken back: what its agency said before holds again. */
export const undoSignal = {
  'duty.signal-set': async ({ tx, house, viewer }: LedgerAct, line: LedgerEvent): Promise<Undone> => {
    const part = await getAssignment(tx, String(line.payload.assignmentId), { forUpdate: true });
    requirePolicy(mayActForAgency, viewer, { agencyId: part.agencyId, action: 'log-progress' });
    const field = `${part.id}:signal`;
    const told = (line.payload.changed ?? {}) as Record<string, [Judged | null, Judged | null]>;
    const [was, is] = told[field] ?? [null, null];
    await putSignal(tx, part.id, was, house.now());
    return { changed: { [field]: [is, was] }, payload: { agency: part.agencyName } };
  },
};
