import type { LedgerAct, LedgerEvent, Undone } from '#app/ledger/index.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { refreshDuty } from '../duty.store.ts';
import { makeTimes } from './make-times.ts';
import { maySetRhythm } from './recurrence.policy.ts';
import { dropRhythm, dropTimesToCome, type HeldRhythm, putRhythm } from './recurrence.store.ts';

/** A rhythm that was set is taken back: times to come that nobody wrote on go, those of the rhythm before come again. */
export const undoRhythm = {
  'duty.rhythm-set': async (act: LedgerAct, line: LedgerEvent): Promise<Undone> => {
    const { tx, house, viewer, subjectId } = act;
    requirePolicy(maySetRhythm, viewer, undefined);
    const field = `${subjectId}:rhythm`;
    const told = (line.payload.changed ?? {}) as Record<string, [HeldRhythm | null, HeldRhythm | null]>;
    const [was, is] = told[field] ?? [null, null];
    const now = house.now();
    await dropTimesToCome(tx, subjectId, officeDay(now));
    if (was) {
      await putRhythm(tx, was, now);
      await makeTimes(tx, now, was, viewer.personId);
    } else await dropRhythm(tx, subjectId);
    await refreshDuty(tx, subjectId);
    return { changed: { [field]: [is, was] } };
  },
};
