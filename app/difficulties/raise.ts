import { type HeldAssignment, refreshDuty, setStandingClock, stopClock } from '#app/duties/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import data from '#data/difficulties.json' with { type: 'json' };
import { requireAuthority } from './authority.ts';
import { hasFocalOfficer, insertDifficulty } from './difficulty.store.ts';
import type { Level } from './difficulty.ts';

/** The last working day on which a level should have answered what reaches it today; the days are data. */
export const replyDueOn = async (tx: Tx, level: Level, today: string): Promise<string> =>
  (await officeCalendar(tx)).addWorkingDays(today, data.replyWorkingDays[level]);

/** What the focal agency itself meets nobody of it may answer: it goes one step up at once. */
const firstLevel = async (tx: Tx, agencyId: string): Promise<Level> =>
  (await hasFocalOfficer(tx, agencyId)) ? 'committee' : 'focal';

const hasEnded = (part: HeldAssignment) => ['completed', 'refused', 'withdrawn'].includes(part.state);

/** Raises a difficulty with a part: somebody has to answer by a day, and until then the agency's clock stands. */
export async function raise(
  tx: Tx,
  house: House,
  viewer: Viewer,
  part: HeldAssignment,
  given: { cause: string; words: string; authorityId?: string | undefined },
) {
  if (hasEnded(part))
    throw conflict(
      'Phần việc này không còn đang thực hiện nên không nêu khó khăn được nữa: hãy tải lại trang.',
      {
        state: part.state,
      },
    );
  const now = house.now();
  const today = officeDay(now);
  const authority = given.authorityId ? await requireAuthority(tx, given.authorityId, part.agencyId) : null;
  const level = authority ? 'authority' : await firstLevel(tx, part.agencyId);
  const dueOn = await replyDueOn(tx, level, today);
  const id = await insertDifficulty(tx, {
    dutyId: part.dutyId,
    assignmentId: part.id,
    agencyId: part.agencyId,
    cause: given.cause,
    words: given.words,
    level,
    authorityId: authority?.id ?? null,
    replyDueOn: dueOn,
    raisedBy: viewer.personId,
    at: now,
  });
  await setStandingClock(tx, part.id, stopClock(part, today, 'difficulty'), now);
  await refreshDuty(tx, part.dutyId);
  await appendEvent(tx, now, {
    subjectKind: 'duty',
    subjectId: part.dutyId,
    kind: 'duty.difficulty-raised',
    actorId: viewer.personId,
    payload: {
      difficultyId: id,
      assignmentId: part.id,
      agency: part.agencyName,
      cause: given.cause,
      replyDueOn: dueOn,
      ...(authority ? { authority: authority.name } : {}),
    },
  });
  return { id, replyDueOn: dueOn };
}
