import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import rules from '#data/duty-rules.json' with { type: 'json' };
import { addDays } from '#libraries/calendar/index.ts';
import { getAssignment, type HeldAssignment } from '../assignment.store.ts';
import { getDuty, listAssignments } from '../duty.store.ts';
import * as contract from './task.contract.ts';
import { mayActOnTask, mayGiveTasks, mayReadTasks, relationsToTask } from './task.policy.ts';
import { getTask, insertTask, listTasks, listWorkload, updateTask } from './task.store.ts';
import { isWithin, openUnder, type TaskAction, taskActionsFor, taskAfter, taskNeedsReason } from './task.ts';

export function taskRoutes(web: Web, house: House): void {
  mount(web, house, contract.listTasks, async ({ params, viewer, tx }) => {
    const duty = await getDuty(tx, params.id);
    const own = (await listAssignments(tx, duty.id)).filter((part) => mayReadTasks.allows(viewer, part));
    return {
      parts: await Promise.all(own.map((part) => presentPart(tx, viewer, part, officeDay(house.now())))),
    };
  });
  mount(web, house, contract.giveTask, async ({ params, body, viewer, tx }) => {
    const part = await getAssignment(tx, params.id, { forUpdate: true });
    requirePolicy(mayGiveTasks, viewer, part);
    if (!isAtWork(part))
      throw conflict(
        'Phần việc này không còn đang thực hiện nên không chia việc được nữa: hãy tải lại trang.',
        {
          state: part.state,
        },
      );
    return { id: await give({ tx, house, viewer, part }, body, null, part.dueOn) };
  });
  mount(web, house, contract.actOnTask, async ({ params, body, viewer, tx }) => {
    const task = await getTask(tx, params.id);
    const part = await getAssignment(tx, task.assignmentId, { forUpdate: true });
    requirePolicy(mayActOnTask, viewer, { ...task, agencyId: part.agencyId });
    const relations = relationsToTask(viewer, { ...task, agencyId: part.agencyId });
    const state = taskAfter(task.state, body.action);
    if (!state || !taskActionsFor(task.state, relations).includes(body.action))
      throw conflict('Việc này đã sang bước khác: hãy tải lại trang.', { state: task.state });
    const desk = { tx, house, viewer, part };
    if (body.action === 'hand-on') {
      if (!body.given) throw invalid('Cần ghi việc giao tiếp và người nhận: điền rồi gửi lại.');
      return { state, id: await give(desk, body.given, task.id, task.dueOn ?? part.dueOn) };
    }
    await end(desk, task, body.action, state, body.note);
    return { state, id: task.id };
  });
}

const isAtWork = (part: Pick<HeldAssignment, 'state'>) =>
  ['assigned', 'received', 'in-progress', 'returned', 'paused'].includes(part.state);

type Desk = { tx: Tx; house: House; viewer: Viewer; part: HeldAssignment };
type Given = { text: string; division: string | null; personId: string; dueOn: string | null };

async function give(
  desk: Desk,
  given: Given,
  parentId: string | null,
  latest: string | null,
): Promise<string> {
  const { tx, house, viewer, part } = desk;
  const now = house.now();
  const today = officeDay(now);
  const person = (await listWorkload(tx, part.agencyId, today, today)).find(
    ({ id }) => id === given.personId,
  );
  if (!person) {
    const message = 'Người này không làm việc ở cơ quan được giao: chọn một người khác.';
    throw invalid(message, [{ path: 'personId', message }]);
  }
  // Left out, the day is that of what it is handed on from.
  const dueOn = given.dueOn ?? latest;
  if (!isWithin(dueOn, latest)) {
    const message = `Hạn không được sau hạn cấp trên (${latest!.split('-').reverse().join('/')}): chọn một ngày sớm hơn.`;
    throw invalid(message, [{ path: 'dueOn', message }]);
  }
  const id = await insertTask(tx, {
    ...given,
    dueOn,
    assignmentId: part.id,
    parentId,
    givenBy: viewer.personId,
    at: now,
  });
  await tell(desk, 'duty.task-given', {
    taskId: id,
    toPersonId: person.id,
    dueOn,
  });
  return id;
}

async function end(
  desk: Desk,
  task: { id: string },
  action: Exclude<TaskAction, 'hand-on'>,
  state: 'open' | 'done' | 'cancelled',
  note: string | undefined,
): Promise<void> {
  const { tx, house, part } = desk;
  if (taskNeedsReason(action) && !note)
    throw invalid('Cần ghi lý do: viết một câu rồi gửi lại.', [{ path: 'note', message: 'Cần ghi lý do.' }]);
  if (action === 'finish') requireNoneOpen(openUnder(task.id, await listTasks(tx, [part.id])));
  await updateTask(tx, task.id, {
    state,
    endedAt: state === 'open' ? null : house.now(),
    note: note ?? null,
  });
  const kind = { finish: 'duty.task-done', reopen: 'duty.task-reopened', cancel: 'duty.task-cancelled' }[
    action
  ];
  await tell(desk, kind, { taskId: task.id });
}

/** An agency's part cannot be reported done over work that is still open inside it. @throws Problem 409 naming it */
export async function requireTasksDone(tx: Tx, assignmentId: string): Promise<void> {
  requireNoneOpen(openUnder(null, await listTasks(tx, [assignmentId])));
}

function requireNoneOpen(open: { text: string; personName: string }[]): void {
  if (open[0])
    throw conflict(
      `Còn ${open.length} việc đã chia chưa xong (${open[0].personName}: “${open[0].text.slice(0, 80)}”): hoàn thành hoặc hủy rồi báo lại.`,
      { open: open.length },
    );
}

async function presentPart(tx: Tx, viewer: Viewer, part: ListedPart, today: string) {
  const tasks = await listTasks(tx, [part.id]);
  const mayGive = mayGiveTasks.allows(viewer, part);
  const isDoing = tasks.some((task) => task.personId === viewer.personId && task.state === 'open');
  return {
    assignmentId: part.id,
    agencyName: part.agencyName,
    dueOn: part.dueOn,
    mayGive: mayGive && isAtWork(part),
    tasks: tasks.map((task) => ({
      ...task,
      isLate: task.state === 'open' && task.dueOn !== null && task.dueOn < today,
      actions: taskActionsFor(task.state, relationsToTask(viewer, { ...task, agencyId: part.agencyId })),
    })),
    people:
      mayGive || isDoing
        ? await listWorkload(tx, part.agencyId, today, addDays(today, rules.dueSoonDays.value))
        : [],
  };
}

type ListedPart = Pick<HeldAssignment, 'id' | 'agencyId' | 'agencyName' | 'dueOn' | 'state'>;

const tell = ({ tx, house, viewer, part }: Desk, kind: string, payload: Record<string, unknown>) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'duty',
    subjectId: part.dutyId,
    kind,
    actorId: viewer.personId,
    payload: { assignmentId: part.id, agencyId: part.agencyId, agency: part.agencyName, ...payload },
  });
