import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { inTenant } from '#app/platform/database.ts';
import type { Job } from '#app/platform/jobs.ts';
import { officeDay } from '#app/platform/office-day.ts';
import type { Calendar } from '#libraries/calendar/index.ts';
import { refreshDuty } from '../duty.store.ts';
import {
  findRhythm,
  type HeldRhythm,
  insertTimes,
  listPartsAtWork,
  listRhythms,
  listTimes,
  putRhythm,
} from './recurrence.store.ts';
import { printedRhythmIn, timesToMake } from './recurrence.ts';

/** Makes the times of one duty that are missing; asked again it makes none. Returns how many it made. */
export async function makeTimes(
  tx: Tx,
  now: Date,
  rhythm: HeldRhythm,
  actorId: string | null = null,
): Promise<number> {
  const today = officeDay(now);
  const calendar = await officeCalendar(tx);
  const known = Map.groupBy(await listTimes(tx, rhythm.dutyId), ({ assignmentId }) => assignmentId);
  const missing = (await listPartsAtWork(tx, rhythm.dutyId)).flatMap(({ id, givenOn }) =>
    timesToMake(rhythm.deadline, known.get(id) ?? [], {
      // Who got the part later does not owe the times before.
      after: [givenOn, rhythm.after].toSorted().at(-1)!,
      today,
    }).map((time) => ({ ...time, assignmentId: id, dueOn: calendar.settle(time.occursOn) })),
  );
  const made = await insertTimes(tx, missing, now);
  if (!made) return 0;
  await refreshDuty(tx, rhythm.dutyId);
  await appendEvent(tx, now, {
    subjectKind: 'duty',
    subjectId: rhythm.dutyId,
    kind: 'duty.times-made',
    actorId,
    payload: {
      days: [...new Set(missing.map(({ dueOn }) => dueOn))].toSorted(),
      parts: new Set(missing.map(({ assignmentId }) => assignmentId)).size,
    },
  });
  return made;
}

/** What a duty that comes back is still missing; nothing for one that does not. */
export async function makeNextTime(tx: Tx, now: Date, dutyId: string): Promise<void> {
  const rhythm = await findRhythm(tx, dutyId);
  if (rhythm) await makeTimes(tx, now, rhythm);
}

/** Printed words that give a rhythm make the first times at once. */
export async function giveRhythm(
  tx: Tx,
  now: Date,
  { dutyId, words, issuedOn }: { dutyId: string; words: string; issuedOn: string | null },
  calendar: Calendar,
): Promise<void> {
  const deadline = printedRhythmIn(words, issuedOn, calendar);
  if (!deadline) return;
  const rhythm = { dutyId, words, deadline, after: officeDay(now), setBy: null };
  await putRhythm(tx, rhythm, now);
  await makeTimes(tx, now, rhythm);
}

/** The times of recurring duties, made ahead each night; days the program was away are made up for. */
export const makeTimesJob: Job = {
  name: 'duties.make-times',
  at: '00:10',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute()) {
      const rhythms = await inTenant(house.db, id, listRhythms);
      for (const rhythm of rhythms) await inTenant(house.db, id, (tx) => makeTimes(tx, house.now(), rhythm));
    }
  },
};
