import {
  getAssignment,
  giveFollowUp,
  refreshDuty,
  setStandingClock,
  startClock,
  takeBackFollowUp,
} from '#app/duties/index.ts';
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
  type ClockBefore,
  type DifficultyRecord,
  findClockBefore,
  getDifficulty,
  hasOpenDifficulty,
  listAnsweredTogether,
  reopenDifficulty,
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
  if (wish.action === 'recall') return recall(desk, one);
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
    const before = await goOn(desk, each);
    await tell(desk, each, 'duty.difficulty-answered', {
      answer: words.slice(0, 300),
      before,
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

/** Takes an answer back from all that it settled, while nobody has acted on it; work it gave out is withdrawn. */
async function recall(desk: Desk, one: DifficultyRecord): Promise<Done> {
  const { tx, house, viewer } = desk;
  const together = await listAnsweredTogether(tx, one.answeredWith ?? one.id);
  for (const each of together) {
    requirePolicy(mayAnswer, viewer, each);
    const before = each.isFresh ? await findClockBefore(tx, each.id) : null;
    if (!before) throw conflict(actedOn(each.agencyName));
    await standAgain(desk, each, before);
    await reopenDifficulty(tx, each.id);
    await tell(desk, each, 'duty.difficulty-recalled', {});
  }
  if (one.followUpId) await takeBackFollowUp(tx, house, viewer, one.followUpId);
  return { state: 'open', level: one.level, answered: 0 };
}

const actedOn = (agency: string) =>
  `${agency} đã làm tiếp sau câu trả lời nên không rút được nữa: hãy trả lời bổ sung ở phần trao đổi của nhiệm vụ.`;

/** The agency's clock stands as it stood before the answer. @throws Problem 409 where its day was moved since */
async function standAgain({ tx, house }: Desk, one: DifficultyRecord, before: ClockBefore): Promise<void> {
  const part = await getAssignment(tx, one.assignmentId, { forUpdate: true });
  if (part.dueOn !== before.dueOnAfter)
    throw conflict(`Hạn của ${one.agencyName} đã đổi sau câu trả lời nên không rút được nữa.`);
  const { dueOn, stoppedOn } = before;
  const waitsFor = [...new Set([...part.waitsFor, 'difficulty' as const])];
  await setStandingClock(tx, part.id, { dueOn, stoppedOn, waitsFor }, house.now());
  await refreshDuty(tx, part.dutyId);
}

/** The agency's clock goes on once nothing it waits for is left. Returns how it stood. */
async function goOn({ tx, house }: Desk, one: DifficultyRecord): Promise<ClockBefore> {
  const part = await getAssignment(tx, one.assignmentId, { forUpdate: true });
  const { stoppedOn, dueOn } = part;
  if (await hasOpenDifficulty(tx, one.assignmentId)) return { stoppedOn, dueOn, dueOnAfter: dueOn };
  const now = house.now();
  const after = startClock(part, officeDay(now), 'difficulty');
  await setStandingClock(tx, part.id, after, now);
  await refreshDuty(tx, part.dutyId);
  return { stoppedOn, dueOn, dueOnAfter: after.dueOn };
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
