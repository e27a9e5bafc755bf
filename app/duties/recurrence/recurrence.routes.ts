import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { type AssignmentState, actionsFor } from '../assignment.ts';
import { relationsTo } from '../duty.policy.ts';
import { getDuty, listAssignments, refreshDuty } from '../duty.store.ts';
import { countCells } from '../four-cells.ts';
import { makeTimes } from './make-times.ts';
import * as contract from './recurrence.contract.ts';
import { maySetRhythm } from './recurrence.policy.ts';
import { dropTimesToCome, findOpenTime, findRhythm, listTimes, putRhythm } from './recurrence.store.ts';
import { cellOfTime, isContinuous, type Occurrence, rhythmIn, stateOfTime } from './recurrence.ts';
import { byReportWindow } from './report-window.ts';

export function recurrenceRoutes(web: Web, house: House): void {
  mount(web, house, contract.listOccurrences, async ({ params, viewer, tx }) => {
    const duty = await getDuty(tx, params.id);
    const rhythm = await findRhythm(tx, duty.id);
    const times = rhythm ? await presentTimes(tx, viewer, duty, officeDay(house.now())) : [];
    const words = duty.deadlineWords;
    const isFree = !rhythm && words !== null && isContinuous(words, await officeCalendar(tx));
    return {
      continuous: isFree ? words : null,
      rhythm: rhythm ? { words: rhythm.words, isPrinted: rhythm.setBy === null } : null,
      maySet: maySetRhythm.allows(viewer, undefined),
      counts: countOf(times),
      times,
    };
  });
  mount(web, house, contract.setRhythm, async ({ params, body, viewer, tx }) => {
    requirePolicy(maySetRhythm, viewer, undefined);
    const duty = await getDuty(tx, params.id);
    const read = rhythmIn(body.words, duty.issuedOn, await officeCalendar(tx));
    if (!read) {
      const message =
        'Chưa rõ bao lâu một kỳ: hãy ghi như “định kỳ hằng tháng”, “hằng quý, trước ngày 15 tháng cuối quý”, “định kỳ 6 tháng”, “hằng năm”.';
      throw invalid(message, [{ path: 'words', message }]);
    }
    const deadline = body.byWindow ? byReportWindow(read) : read;
    const now = house.now();
    const today = officeDay(now);
    const before = await findRhythm(tx, duty.id);
    await dropTimesToCome(tx, duty.id, today);
    const rhythm = { dutyId: duty.id, words: body.words, deadline, after: today, setBy: viewer.personId };
    await putRhythm(tx, rhythm, now);
    await appendEvent(tx, now, {
      subjectKind: 'duty',
      subjectId: duty.id,
      kind: 'duty.rhythm-set',
      actorId: viewer.personId,
      payload: {
        words: body.words,
        byWindow: body.byWindow,
        changed: { [`${duty.id}:rhythm`]: [before ?? null, rhythm] },
      },
    });
    const made = await makeTimes(tx, now, rhythm, viewer.personId);
    await refreshDuty(tx, duty.id);
    return { made };
  });
}

/** A part is not done while a time of it that is past its day is not. @throws Problem 409 naming the day */
export async function requireTimesDone(tx: Tx, assignmentId: string, today: string): Promise<void> {
  const open = await findOpenTime(tx, assignmentId, today);
  if (open)
    throw conflict(
      `Kỳ đến hạn ${open.split('-').reverse().join('/')} chưa báo cáo: ghi tiến độ cho kỳ đó rồi báo hoàn thành.`,
      { dueOn: open },
    );
}

type OfDuty = { id: string; isRequest: boolean };

async function presentTimes(tx: Tx, viewer: Viewer, duty: OfDuty, today: string) {
  const parts = new Map((await listAssignments(tx, duty.id)).map((part) => [part.id, part]));
  return (await listTimes(tx, duty.id)).flatMap((time) => {
    const part = parts.get(time.assignmentId)!;
    if (part.state === 'withdrawn') return [];
    const standing = { isRequest: duty.isRequest, stoppedOn: part.stoppedOn };
    return {
      ...time,
      agencyName: part.agencyName,
      state: stateOfTime(time, standing, today),
      cell: cellOfTime(time, standing, today),
      mayLog: !time.doneOn && mayLog(viewer, part),
    };
  });
}

const mayLog = (viewer: Viewer, part: { agencyId: string; state: AssignmentState }) =>
  actionsFor(part.state, relationsTo(viewer, part)).includes('log-progress');

function countOf(times: readonly (Occurrence & { cell: string })[]) {
  const counts = countCells([], '');
  for (const { cell } of times) counts[cell as keyof typeof counts] += 1;
  return counts;
}
