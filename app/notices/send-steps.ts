import { createHash } from 'node:crypto';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { addDays } from '#libraries/calendar/index.ts';
import { queueDigests } from './digest.ts';
import { CATCH_UP_DAYS, isLetter, type Ladder, maySend, type Step, stepName, stepsToSend } from './ladder.ts';
import { layLetters } from './letter-steps.ts';
import { claimDay, hasRun, insertNotices, listMutes, type NewNotice, noteRun } from './notice.store.ts';
import { ladderInForce, officeTime } from './own-ladder.ts';
import { type Holder, recipientsOf } from './recipients.ts';
import { listHolders, listSubjects } from './subject.store.ts';
import { tellSent } from './tell-duties.ts';

/**
 * Sends the steps of each working day once, as soon as the quiet hours are over. The day, its notices and letters are
 * one transaction: a program that dies on the way does it again, one that starts late sends what was missed.
 */
export const sendNoticesJob: Job = {
  name: 'notices.send',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await inTenant(house.db, id, (tx) => sendDay(tx, house, id));
  },
};

async function sendDay(tx: Tx, house: House, tenantId: string): Promise<void> {
  const now = house.now();
  const day = officeDay(now);
  if (await hasRun(tx, day)) return;
  const { ladder, changedOn } = await ladderInForce(tx);
  const calendar = await officeCalendar(tx);
  if (!maySend(ladder, calendar, day, officeTime(now)) || !(await claimDay(tx, day, now))) return;
  const subjects = await listSubjects(tx, reachOf(ladder, day));
  const steps = subjects.flatMap((one) => stepsToSend(one, ladder, calendar, { today: day, changedOn }));
  const mutes = new Set((await listMutes(tx)).map((mute) => keyOf(mute.personId, mute.subjectId)));
  const holders = await listHolders(tx, day);
  const laid = await layLetters(tx, house, { steps, holders, day });
  const notices = [...noticesOf(steps, holders), ...laid].map((notice) => ({
    ...notice,
    muted: mutes.has(keyOf(notice.personId, notice.subjectId)),
  }));
  const sent = await insertNotices(tx, notices, now);
  await noteRun(tx, day, sent);
  if (sent)
    await appendEvent(tx, now, {
      subjectKind: 'notices',
      subjectId: tenantId,
      kind: 'notices.sent',
      actorId: null,
      payload: { day, count: sent, sha256: digestOf(notices) },
    });
  await tellSent(tx, house);
  await queueDigests(tx, house, day);
}

const keyOf = (personId: string, subjectId: string) => `${personId} ${subjectId}`;

/** Days within which a clock must lie for a step of this ladder to fall on the day, in calendar days with room to spare. */
export function reachOf({ rungs }: Pick<Ladder, 'rungs'>, day: string, ahead = 0) {
  const furthest = Math.max(0, ...rungs.map(({ days }) => days)) * 2 + 20;
  return { from: addDays(day, -furthest - CATCH_UP_DAYS), to: addDays(day, furthest + ahead) };
}

/** A step for each of those who receive it; letters are laid before people otherwise. Of two rungs that mean the same the first holds. */
export const noticesOf = (steps: readonly Step[], holders: readonly Holder[]): NewNotice[] =>
  steps
    .filter(({ rung }) => !isLetter(rung))
    .flatMap(({ subject, rung, anchor }) =>
      recipientsOf(subject, rung.level, holders).map((personId) => ({
        personId,
        subjectKind: subject.kind,
        subjectId: subject.id,
        dutyId: subject.dutyId,
        step: stepName(rung),
        anchorOn: anchor,
        dueOn: subject.dueOn,
        isRequest: subject.isRequest,
        level: rung.level,
        channel: rung.channel,
        title: subject.title,
        agencyId: subject.agencyId,
        sentBy: null,
        muted: false,
      })),
    );

/** What stands for all that was sent: whoever has the rows can make it again. */
const digestOf = (notices: readonly NewNotice[]): string =>
  createHash('sha256')
    .update(
      notices
        .map(({ personId, subjectId, step, anchorOn }) => `${personId} ${subjectId} ${step} ${anchorOn}`)
        .sort()
        .join('\n'),
    )
    .digest('hex');
