import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { refreshDuty } from '../duty.store.ts';
import { giveRhythm } from './make-times.ts';
import { dropRhythm, dropTimesToCome, findRhythm } from './recurrence.store.ts';
import { printedRhythmIn } from './recurrence.ts';

/**
 * New words of a deadline give a new rhythm or end the one that was printed; times that were written on stay. A rhythm
 * that a person set is theirs, until the new words name one.
 */
export async function followWords(
  tx: Tx,
  at: Date,
  changed: { dutyId: string; words: string | null; issuedOn: string | null; today: string },
): Promise<void> {
  const { dutyId, words, issuedOn, today } = changed;
  const calendar = await officeCalendar(tx);
  const rhythm = await findRhythm(tx, dutyId);
  const isNamed = words !== null && printedRhythmIn(words, issuedOn, calendar) !== null;
  if (!isNamed && (!rhythm || rhythm.setBy !== null)) return;
  await dropTimesToCome(tx, dutyId, today);
  if (isNamed) await giveRhythm(tx, at, { dutyId, words, issuedOn }, calendar);
  else await dropRhythm(tx, dutyId);
  await refreshDuty(tx, dutyId);
}
