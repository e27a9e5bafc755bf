import { getAssignment, giveFollowUp, refreshDuty, setStandingClock, startClock } from '#app/duties/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { requireAuthority } from './authority.ts';
import { mayAnswer, mayTakeBack, relationsToDifficulty } from './difficulty.policy.ts';
import {
  type DifficultyRecord,
  getDifficulty,
  hasOpenDifficulty,
  updateDifficulty,
} from './difficulty.store.ts';
import {
  type DifficultyAction,
  type DifficultyState,
  difficultyActionsFor,
  type Level,
} from './difficulty.ts';
import { replyDueOn } from './raise.ts';

type Wish = {
  action: DifficultyAction;
  words?: string | undefined;
  authorityId?: string | undefined;
  alsoFor: string[];
  followUp?: { text: string; agencyIds: string[]; dueOn: string | null } | undefined;
};
type Done = { state: DifficultyState; level: Level; answered: number };
type Desk = { tx: Tx; house: House; viewer: Viewer };

/** Does one thing to a difficulty. @throws Problem where the viewer may not, or it has moved on */
export async function actOn(
  tx: Tx,
  house: House,
  viewer: Viewer,
  one: DifficultyRecord,
  wish: Wish,
): Promise<Done> {
  requirePolicy(wish.action === 'take-back' ? mayTakeBack : mayAnswer, viewer, one);
  if (!difficultyActionsFor(one, relationsToDifficulty(viewer, one)).includes(wish.action))
    throw conflict('Khó khăn, vướng mắc này đã sang bước khác: hãy tải lại trang.', {
      state: one.state,
      level: one.level,
    });
  const desk = { tx, house, viewer };
  if (wish.action === 'take-back') return takeBack(desk, one);
  if (wish.action === 'answer') return answer(desk, one, wish);
  return passOn(desk, one, wish);
}

async function passOn({ tx, house, viewer }: Desk, one: DifficultyRecord, wish: Wish): Promise<Done> {
  const level = wish.action === 'pass-up' ? 'committee' : 'authority';
  const proposal =
    level === 'committee' ? requireWords(wish, 'Cần ghi đề xuất của cơ quan đầu mối') : wish.words;
  const authority = level === 'authority' ? await requireAuthority(tx, wish.authorityId, one.agencyId) : null;
  const dueOn = await replyDueOn(tx, level, officeDay(house.now()));
  await updateDifficulty(tx, one.id, {
    level,
    authorityId: authority?.id ?? null,
    replyDueOn: dueOn,
    ...(proposal ? { proposal, proposedBy: viewer.personId } : {}),
  });
  await tell({ tx, house, viewer }, one, 'duty.difficulty-passed', {
    level,
    replyDueOn: dueOn,
    ...(authority ? { authority: authority.name } : {}),
  });
  return { state: 'open', level, answered: 0 };
}

/** One answer for this difficulty and for the like ones chosen with it; it may give out new work. */
async function answer(desk: Desk, one: DifficultyRecord, wish: Wish): Promise<Done> {
  const { tx, house, viewer } = desk;
  const words = requireWords(wish, 'Cần ghi câu trả lời');
  const now = house.now();
  const followUpId = wish.followUp
    ? await giveFollowUp(tx, now, viewer.personId, {
        dutyId: one.dutyId,
        ...wish.followUp,
        because: { difficultyId: one.id },
      })
    : undefined;
  const others = await Promise.all(
    [...new Set(wish.alsoFor)].filter((id) => id !== one.id).map((id) => getDifficulty(tx, id)),
  );
  for (const other of others) requirePolicy(mayAnswer, viewer, other);
  const open = [one, ...others.filter((other) => other.state === 'open')];
  for (const each of open) {
    await updateDifficulty(tx, each.id, {
      state: 'answered',
      answer: words,
      answeredBy: viewer.personId,
      answeredAt: now,
      ...(each === one ? {} : { answeredWith: one.id }),
      ...(followUpId ? { followUpId } : {}),
    });
    await goOn(desk, each);
    await tell(desk, each, 'duty.difficulty-answered', {
      answer: words.slice(0, 300),
      ...(followUpId ? { followUpId } : {}),
    });
  }
  return { state: 'answered', level: one.level, answered: open.length };
}

async function takeBack(desk: Desk, one: DifficultyRecord): Promise<Done> {
  await updateDifficulty(desk.tx, one.id, { state: 'taken-back' });
  await goOn(desk, one);
  await tell(desk, one, 'duty.difficulty-taken-back', {});
  return { state: 'taken-back', level: one.level, answered: 0 };
}

/** The agency's clock goes on once nothing it waits for is left. */
async function goOn({ tx, house }: Desk, one: DifficultyRecord): Promise<void> {
  if (await hasOpenDifficulty(tx, one.assignmentId)) return;
  const now = house.now();
  const part = await getAssignment(tx, one.assignmentId, { forUpdate: true });
  await setStandingClock(tx, part.id, startClock(part, officeDay(now), 'difficulty'), now);
  await refreshDuty(tx, part.dutyId);
}

function requireWords({ words }: Wish, what: string): string {
  if (!words)
    throw invalid(`${what}: viết một vài câu rồi gửi lại.`, [{ path: 'words', message: `${what}.` }]);
  return words;
}

const tell = (
  { tx, house, viewer }: Desk,
  one: DifficultyRecord,
  kind: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'duty',
    subjectId: one.dutyId,
    kind,
    actorId: viewer.personId,
    payload: { difficultyId: one.id, agency: one.agencyName, ...payload },
  });
