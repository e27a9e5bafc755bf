import { getAssignment } from '#app/duties/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/problem.ts';
import { agenciesOf, hasRole, type Viewer } from '#app/platform/viewer.ts';
import data from '#data/difficulties.json' with { type: 'json' };
import { type Calendar, explainCount } from '#libraries/calendar/index.ts';
import { actOn } from './act.ts';
import * as contract from './difficulty.contract.ts';
import {
  mayRaise,
  mayReadDifficulty,
  maySeeDifficultyFigures,
  relationsToDifficulty,
} from './difficulty.policy.ts';
import {
  countDifficulties,
  type DifficultyRecord,
  getDifficulty,
  listDifficulties,
  listOfCause,
} from './difficulty.store.ts';
import { difficultyActionsFor } from './difficulty.ts';
import { mostAlike } from './likeness.ts';
import { listOpenParts } from './open-part.store.ts';
import { raise } from './raise.ts';

const ALIKE = { from: data.likeFrom, limit: 10 };

export function difficultyRoutes(web: Web, house: House): void {
  mount(web, house, contract.listDutyDifficulties, async ({ params, viewer, tx }) => {
    const present = await presenter(tx, house, viewer);
    const parts = await listOpenParts(tx, params.id);
    return {
      difficulties: (await listDifficulties(tx, { dutyId: params.id })).filter(readable(viewer)).map(present),
      mayRaise: parts.filter((part) => mayRaise.allows(viewer, part)),
      causes: data.causes,
    };
  });
  mount(web, house, contract.listDifficulties, async ({ query, viewer, tx }) => {
    const present = await presenter(tx, house, viewer);
    const all = (await listDifficulties(tx, query)).filter(readable(viewer));
    const boxes = sortIntoBoxes(all, viewer);
    return {
      rows: boxes[query.box].map(present),
      counts: { 'to-answer': boxes['to-answer'].length, own: boxes.own.length, all: all.length },
      causes: data.causes,
      maySeeFigures: maySeeDifficultyFigures.allows(viewer, undefined),
    };
  });
  mount(web, house, contract.showDifficulty, async ({ params, viewer, tx }) => {
    const one = await getDifficulty(tx, params.id);
    requirePolicy(mayReadDifficulty, viewer, one);
    const present = await presenter(tx, house, viewer);
    const open = (await listOfCause(tx, one.cause, 'open')).filter(
      (other) => other.id !== one.id && relationsToDifficulty(viewer, other).includes('answerer'),
    );
    return {
      ...present(one),
      alike: relationsToDifficulty(viewer, one).includes('answerer') ? mostAlike(one.words, open, ALIKE) : [],
      earlierAnswers: await earlierAnswers(tx, one.cause, one.words),
    };
  });
  mount(web, house, contract.findAnswers, async ({ query, tx }) => ({
    answers: await earlierAnswers(tx, query.cause, query.words),
  }));
  mount(web, house, contract.raiseDifficulty, async ({ params, body, viewer, tx }) => {
    const part = await getAssignment(tx, params.id, { forUpdate: true });
    requirePolicy(mayRaise, viewer, part);
    if (!data.causes.some(({ cause }) => cause === body.cause))
      throw invalid('Cần chọn nguyên nhân trong danh sách: chọn lại rồi gửi.', [
        { path: 'cause', message: 'Chọn một nguyên nhân.' },
      ]);
    return raise(tx, house, viewer, part, body);
  });
  mount(web, house, contract.actOnDifficulty, async ({ params, body, viewer, tx }) =>
    actOn(tx, house, viewer, await getDifficulty(tx, params.id, { forUpdate: true }), body),
  );
  mount(web, house, contract.difficultyFigures, async ({ viewer, tx }) => {
    requirePolicy(maySeeDifficultyFigures, viewer, undefined);
    return countDifficulties(tx, officeDay(house.now()));
  });
}

const readable = (viewer: Viewer) => (one: DifficultyRecord) => mayReadDifficulty.allows(viewer, one);

/** It waits for the viewer's own level: a leader may answer what the focal officer holds, and is not waited for. */
const isAskedOf = (viewer: Viewer, one: DifficultyRecord) =>
  relationsToDifficulty(viewer, one).includes('answerer') &&
  (one.level !== 'focal' || hasRole(viewer, 'focal-officer'));

function sortIntoBoxes(all: DifficultyRecord[], viewer: Viewer) {
  const own = agenciesOf(viewer);
  return {
    'to-answer': all.filter((one) => one.state === 'open' && isAskedOf(viewer, one)),
    own: all.filter((one) => own.includes(one.agencyId)),
    all,
  };
}

/** Answers already given to the like of it, without whose it was. */
async function earlierAnswers(tx: Tx, cause: string, words: string) {
  const answered = await listOfCause(tx, cause, 'answered');
  return mostAlike(words, answered, { ...ALIKE, limit: 3 }).map((one) => ({
    id: one.id,
    words: one.words,
    answer: one.answer!,
  }));
}

async function presenter(tx: Tx, house: House, viewer: Viewer) {
  const calendar: Calendar = await officeCalendar(tx);
  const today = officeDay(house.now());
  return (one: DifficultyRecord) => ({
    ...one,
    clock: one.state === 'open' ? explainCount(calendar, today, one.replyDueOn) : null,
    isLate: one.state === 'open' && one.replyDueOn < today,
    raisedAt: one.raisedAt.toISOString(),
    answeredAt: one.answeredAt?.toISOString() ?? null,
    actions: difficultyActionsFor(one, relationsToDifficulty(viewer, one)),
  });
}
