import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { insertMention, type NewMention } from './alike.store.ts';
import { type ChangedDuty, updateDuty } from './change-duty.store.ts';
import { getDuty } from './duty.store.ts';
import { followWords } from './recurrence/follow-words.ts';

/** Gives a duty new words and a new day with its event, which says what they were. `because`: e.g. the tracker or plan that says so. */
export async function changeDuty(
  tx: Tx,
  { at, actorId }: { at: Date; actorId: string },
  dutyId: string,
  { because, ...to }: ChangedDuty & { because: string },
): Promise<void> {
  const was = await getDuty(tx, dutyId);
  await updateDuty(tx, dutyId, to, at);
  if (was.deadlineWords !== to.deadlineWords)
    await followWords(tx, at, {
      dutyId,
      words: to.deadlineWords,
      issuedOn: was.issuedOn,
      today: officeDay(at),
    });
  await appendEvent(tx, at, {
    subjectKind: 'duty',
    subjectId: dutyId,
    kind: 'duty.amended',
    actorId,
    payload: {
      because,
      changed: {
        ...(was.text !== to.text ? { text: [was.text, to.text] } : {}),
        ...(was.dueOn !== to.dueOn ? { dueOn: [was.dueOn, to.dueOn] } : {}),
      },
    },
  });
}

/** Says that other words name this duty too: it is counted once. */
export async function nameAgain(
  tx: Tx,
  { at, actorId }: { at: Date; actorId: string },
  mention: NewMention,
): Promise<void> {
  await insertMention(tx, mention, actorId, at);
  await appendEvent(tx, at, {
    subjectKind: 'duty',
    subjectId: mention.dutyId,
    kind: 'duty.named-again',
    actorId,
    payload: { documentId: mention.documentId, place: mention.place },
  });
}
