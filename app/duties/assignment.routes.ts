import { listAgencies } from '#app/agencies/index.ts';
import { insertFile } from '#app/files/index.ts';
import { appendEvent, listEvents } from '#app/ledger/index.ts';
import { inTenant, reading, type Tx } from '#app/platform/database.ts';
import { otherEyes } from '#app/platform/four-eyes.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountLong, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './assignment.contract.ts';
import {
  getAssignment,
  type HeldAssignment,
  hasPart,
  listEndedPauses,
  updateAssignment,
} from './assignment.store.ts';
import { type AssignmentAction, clockAfter, needsReason, stateAfter, stateBefore } from './assignment.ts';
import { mayConfirmOthers, policyOf } from './duty.policy.ts';
import { insertAssignments, refreshDuty } from './duty.store.ts';
import { requireProduct } from './evidence/require-product.ts';
import { insertProgress } from './progress.store.ts';
import { type ProgressForm, readProgressForm } from './progress-form.ts';
import { makeNextTime } from './recurrence/make-times.ts';
import { requireTimesDone } from './recurrence/recurrence.routes.ts';
import { carryDueDay, getTime } from './recurrence/recurrence.store.ts';
import { startClock, stopClock } from './standing-clock.ts';
import { requireTasksDone } from './task/task.routes.ts';

export function assignmentRoutes(web: Web, house: House): void {
  mount(web, house, contract.actOnAssignment, async ({ params, body, viewer, tx }) => {
    return { state: await actAsViewer(tx, house, viewer, params.id, body) };
  });
  // Files stream in before any transaction opens: a slow line must not hold a connection of the database.
  mountLong(web, house, contract.logProgress, async ({ params, request, viewer }) => {
    const id = String(params.id);
    requireLogging(viewer, await getAssignment(reading(house.db, viewer.tenantId), id));
    const form = await readProgressForm(request, house);
    return inTenant(house.db, viewer.tenantId, async (tx) => {
      const part = await getAssignment(tx, id, { forUpdate: true });
      requireLogging(viewer, part);
      return log(tx, house, viewer, part, form);
    });
  });
}

/** One action of a person to a part, if they may. @throws Problem 403, 409, 422 */
export async function actAsViewer(tx: Tx, house: House, viewer: Viewer, id: string, wish: Wish) {
  const part = await getAssignment(tx, id, { forUpdate: true });
  requirePolicy(policyOf(wish.action), viewer, { agencyId: part.agencyId, action: wish.action });
  if (wish.action === 'confirm') await requireOtherEyes(tx, viewer, part);
  return act(tx, house, viewer, part, wish);
}

/** Who reported a part as done does not confirm it, and neither does a substitute in their name. @throws Problem 403 */
async function requireOtherEyes(tx: Tx, viewer: Viewer, part: HeldAssignment): Promise<void> {
  const reported = (await listEvents(tx, 'duty', part.dutyId)).findLast(
    ({ kind, payload }) => kind === eventOf['report-done'] && payload.assignmentId === part.id,
  );
  const reporters = [reported?.actorId, reported?.payload.inSteadOfPersonId as string | undefined];
  const acting = { agencyId: part.agencyId, action: 'confirm' as const };
  requirePolicy(mayConfirmOthers, otherEyes(viewer, reporters), acting);
}

type Wish = {
  action: AssignmentAction;
  reason?: string | undefined;
  agencyId?: string | undefined;
  until?: string | undefined;
};

/** Does one action to a part that the viewer may do it to; `viewer` is null when the program does it. @throws Problem when it cannot be done from its state */
async function act(tx: Tx, house: House, viewer: Viewer | null, part: HeldAssignment, wish: Wish) {
  const { action, reason } = wish;
  const state = stateAfter(part.state, action, part.stateBefore);
  if (!state) throw moved(part);
  if (action === 'reinstate') requireNotHandedOver(part);
  if (action === 'report-done') await requireDone(tx, house, part);
  if (needsReason(action) && !reason)
    throw invalid('Cần ghi lý do: viết một câu rồi gửi lại.', [
      { path: 'reason', message: 'Cần ghi lý do.' },
    ]);
  const named = await nameAgency(tx, part, wish);
  const now = house.now();
  const timed = standingAfter(part, wish, officeDay(now));
  const before = stateBefore(part.state, action, part.stateBefore);
  const change = { ...clockAfter(timed, action, now), state, stateBefore: before };
  await updateAssignment(
    tx,
    part.id,
    { ...change, reason: reason ?? null, proposedAgencyId: named?.id ?? null },
    now,
  );
  if (timed.dueOn !== part.dueOn) await carryDueDay(tx, part.id, timed.dueOn);
  if (action === 'reassign') {
    await insertAssignments(tx, part.dutyId, [{ ...part, agencyId: named!.id }], part.dueOn, now);
  }
  await refreshDuty(tx, part.dutyId);
  await appendEvent(tx, now, {
    subjectKind: 'duty',
    subjectId: part.dutyId,
    kind: eventOf[action],
    actorId: viewer?.personId ?? null,
    payload: {
      assignmentId: part.id,
      agencyId: part.agencyId,
      agency: part.agencyName,
      ...(reason ? { reason } : {}),
      ...(named ? { toAgencyId: named.id, toAgency: named.name } : {}),
      ...(timed.pausedUntil ? { until: timed.pausedUntil } : {}),
      ...(timed.dueOn !== part.dueOn ? { changed: { dueOn: [part.dueOn, timed.dueOn] } } : {}),
    },
  });
  return state;
}

const eventOf: Record<AssignmentAction, string> = {
  receive: 'duty.received',
  'log-progress': 'duty.progressed',
  'report-done': 'duty.reported-done',
  recall: 'duty.recalled',
  refuse: 'duty.refused',
  confirm: 'duty.completed',
  return: 'duty.returned',
  reopen: 'duty.reopened',
  insist: 'duty.insisted',
  reassign: 'duty.reassigned',
  pause: 'duty.paused',
  resume: 'duty.resumed',
  withdraw: 'duty.withdrawn',
  reinstate: 'duty.reinstated',
};

/** A part set aside waits; one that goes on gets the days it waited. @throws Problem when a pause would end before it began */
function standingAfter(part: HeldAssignment, { action, until }: Wish, today: string): HeldAssignment {
  if (action === 'resume') return { ...startClock(part, today, 'pause'), pausedUntil: null };
  if (action === 'reinstate') return startClock(part, today, 'withdrawal');
  // A pause that was on ends with the work: only the withdrawal is waited for.
  if (action === 'withdraw')
    return { ...stopClock({ ...part, waitsFor: [] }, today, 'withdrawal'), pausedUntil: null };
  if (action !== 'pause') return part;
  if (until !== undefined && until <= today) {
    const message = 'Ngày tiếp tục phải ở sau hôm nay: chọn một ngày khác hoặc để trống.';
    throw invalid(message, [{ path: 'until', message }]);
  }
  return { ...stopClock(part, today, 'pause'), pausedUntil: until ?? null };
}

/** Done is done with its tasks, its times and the product the duty names. @throws Problem 409 */
async function requireDone(tx: Tx, house: House, part: HeldAssignment): Promise<void> {
  await requireTasksDone(tx, part.id);
  await requireTimesDone(tx, part.id, officeDay(house.now()));
  await requireProduct(tx, house, part);
}

/** Work that went to another agency is taken back there, not here. */
function requireNotHandedOver(part: HeldAssignment): void {
  if (part.proposedAgencyId)
    throw conflict('Phần việc này đã chuyển cho cơ quan khác: hãy thu hồi ở cơ quan đó rồi giao lại.', {
      state: part.state,
    });
}

/**
 * Pauses that end today or ended while the program was away go on by themselves. Returns how many did.
 */
export async function resumeEndedPauses(tx: Tx, house: House): Promise<number> {
  const ended = await listEndedPauses(tx, officeDay(house.now()));
  for (const id of ended)
    await act(tx, house, null, await getAssignment(tx, id, { forUpdate: true }), { action: 'resume' });
  return ended.length;
}

const moved = (part: HeldAssignment) =>
  conflict(
    `Phần việc của ${part.agencyName} đã sang bước khác nên không làm được việc này nữa: hãy tải lại trang.`,
    { state: part.state },
  );

/** The right agency when refusing (may be left open) or reassigning (must be one without a part yet). */
async function nameAgency(tx: Tx, part: HeldAssignment, { action, agencyId }: Wish) {
  const wrong = (message: string) => invalid(message, [{ path: 'agencyId', message }]);
  if (action !== 'refuse' && action !== 'reassign') return null;
  if (!agencyId) {
    if (action === 'reassign') throw wrong('Cần chọn cơ quan nhận: chọn một cơ quan rồi gửi lại.');
    return null;
  }
  const agency = (await listAgencies(tx)).find((one) => one.id === agencyId);
  if (!agency) throw wrong('Không có cơ quan này trong danh mục: chọn lại một cơ quan.');
  if (agency.id === part.agencyId) throw wrong('Đây chính là cơ quan đang được giao: chọn một cơ quan khác.');
  if (action === 'reassign' && (await hasPart(tx, part.dutyId, agency.id)))
    throw wrong(`${agency.name} đã có phần trong nhiệm vụ này: chọn một cơ quan khác.`);
  return agency;
}

/** @throws Problem when the viewer may not log on this part, or it is not open for it */
function requireLogging(viewer: Viewer, part: HeldAssignment): void {
  const action = 'log-progress' as const;
  requirePolicy(policyOf(action), viewer, { agencyId: part.agencyId, action });
  if (part.state === 'assigned')
    throw conflict('Cơ quan chưa tiếp nhận nhiệm vụ này: bấm Tiếp nhận trước rồi ghi tiến độ.', {
      state: part.state,
    });
  if (!stateAfter(part.state, action)) throw moved(part);
}

async function log(tx: Tx, house: House, viewer: Viewer, part: HeldAssignment, form: ProgressForm) {
  const now = house.now();
  const doneOn = form.doneOn ?? officeDay(now);
  if (doneOn > officeDay(now)) {
    const message = 'Ngày làm ở sau hôm nay: hãy ghi ngày việc đã làm xong.';
    throw invalid(message, [{ path: 'doneOn', message }]);
  }
  const time = form.occurrenceId ? await getTime(tx, part.id, form.occurrenceId) : null;
  if (form.closes && time?.doneOn)
    throw conflict('Kỳ này đã được báo xong: hãy tải lại trang.', { occurrenceId: time.id });
  const fileIds: string[] = [];
  for (const file of form.files)
    fileIds.push(await insertFile(tx, { ...file, uploadedBy: viewer.personId, uploadedAt: now }));
  const { note, links, occurrenceId, closes } = form;
  const authorId = viewer.personId;
  const entry = { assignmentId: part.id, note, doneOn, authorId, at: now, links, occurrenceId, closes };
  const id = await insertProgress(tx, entry, fileIds);
  if (form.closes) await requireProduct(tx, house, part, form.occurrenceId!);
  const state = stateAfter(part.state, 'log-progress')!;
  const change = { ...part, state, reason: null, proposedAgencyId: null };
  await updateAssignment(tx, part.id, change, now);
  if (state !== part.state || form.closes) await refreshDuty(tx, part.dutyId);
  await appendEvent(tx, now, {
    subjectKind: 'duty',
    subjectId: part.dutyId,
    kind: eventOf['log-progress'],
    actorId: viewer.personId,
    payload: {
      assignmentId: part.id,
      agencyId: part.agencyId,
      agency: part.agencyName,
      entryId: id,
      note: form.note.slice(0, 300),
      doneOn,
      files: form.files.length,
      ...(form.links.length ? { links: form.links.length } : {}),
      ...(time ? { occursOn: time.occursOn, closes: form.closes } : {}),
    },
  });
  if (form.closes) await makeNextTime(tx, now, part.dutyId);
  return { id, state };
}

/** The one way to act on a part and to log on it, for rooms that do so for a person. */
export { act as actOnPart, log as logOnPart };
