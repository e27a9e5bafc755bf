import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import rules from '#data/duty-rules.json' with { type: 'json' };
import { getAssignment, type HeldAssignment } from '../assignment.store.ts';
import type { AssignmentState } from '../assignment.ts';
import { getDuty, listAssignments, refreshDuty } from '../duty.store.ts';
import * as contract from './extension.contract.ts';
import { mayAskExtension, mayDecideExtension, relationsToExtension } from './extension.policy.ts';
import {
  getExtension,
  insertExtension,
  listExtensions,
  markDueSource,
  moveDue,
  updateExtension,
} from './extension.store.ts';
import {
  type ExtensionAction,
  extensionActionsFor,
  extensionAfter,
  extensionNeedsReason,
  faultOfAsking,
  movesDue,
} from './extension.ts';

/** Work that is still in the agency's hands. */
const extendable: AssignmentState[] = ['assigned', 'received', 'in-progress', 'returned'];

export function extensionRoutes(web: Web, house: House): void {
  mount(web, house, contract.listExtensions, async ({ params, viewer, tx }) => {
    const duty = await getDuty(tx, params.id);
    const parts = await listAssignments(tx, duty.id);
    const extensions = await listExtensions(tx, duty.id);
    const isAsked = (id: string) =>
      extensions.some((one) => one.assignmentId === id && ['open', 'countered'].includes(one.state));
    return {
      extensions: extensions.map((one) => ({
        ...one,
        askedAt: one.askedAt.toISOString(),
        decidedAt: one.decidedAt?.toISOString() ?? null,
        actions: extensionActionsFor(one.state, relationsToExtension(viewer, one)),
      })),
      mayAsk: parts
        .filter((part) => extendable.includes(part.state) && !isAsked(part.id))
        .filter((part) => mayAskExtension.allows(viewer, part) && !duty.isRequest)
        .map((part) => ({ assignmentId: part.id, agencyName: part.agencyName, dueOn: part.dueOn })),
    };
  });
  mount(web, house, contract.askExtension, async ({ params, body, viewer, tx }) => {
    const part = await getAssignment(tx, params.id, { forUpdate: true });
    requirePolicy(mayAskExtension, viewer, part);
    requireAskable(part, body.wantedOn, officeDay(house.now()));
    const at = house.now();
    const id = await insertExtension(tx, {
      assignmentId: part.id,
      dueBefore: part.dueOn,
      ...body,
      askedBy: viewer.personId,
      at,
    });
    await tell(tx, house, viewer, part, 'duty.extension-asked', {
      extensionId: id,
      wantedOn: body.wantedOn,
      reason: body.reason,
    });
    return { id };
  });
  mount(web, house, contract.actOnExtension, async ({ params, body, viewer, tx }) => {
    const asked = await getExtension(tx, params.id);
    const part = await getAssignment(tx, asked.assignmentId, { forUpdate: true });
    requirePolicy(isDecision(body.action) ? mayDecideExtension : mayAskExtension, viewer, {
      agencyId: part.agencyId,
      askedById: asked.askedById,
    });
    return act(tx, house, viewer, { asked, part }, body);
  });
}

const isDecision = (action: ExtensionAction) => ['grant', 'counter', 'reject'].includes(action);

/** @throws Problem saying why this day cannot be asked for */
function requireAskable(part: HeldAssignment, wantedOn: string, today: string): void {
  if (!extendable.includes(part.state))
    throw conflict('Phần việc này không còn đang thực hiện nên không xin gia hạn được: hãy tải lại trang.', {
      state: part.state,
    });
  const fault = faultOfAsking({ dueOn: part.dueOn, wantedOn, today }, rules.extension);
  if (fault) throw invalid(faults[fault], [{ path: 'wantedOn', message: faults[fault] }]);
}

const faults = {
  'too-late': 'Hạn đã qua nên không xin gia hạn được nữa: hãy báo khó khăn, vướng mắc để được xem xét.',
  'not-later': 'Ngày xin phải sau hạn hiện nay: chọn một ngày muộn hơn.',
  past: 'Ngày xin phải ở sau hôm nay: chọn một ngày khác.',
};

type Held = { asked: Awaited<ReturnType<typeof getExtension>>; part: HeldAssignment };
type Wish = { action: ExtensionAction; reason?: string | undefined; day?: string | undefined };

async function act(tx: Tx, house: House, viewer: Viewer, { asked, part }: Held, wish: Wish) {
  const { action, reason } = wish;
  const state = extensionAfter(asked.state, action);
  if (!state)
    throw conflict('Yêu cầu gia hạn này đã được trả lời rồi: hãy tải lại trang.', { state: asked.state });
  if (extensionNeedsReason(action) && !reason)
    throw invalid('Cần ghi lý do không đồng ý: viết một câu rồi gửi lại.', [
      { path: 'reason', message: 'Cần ghi lý do.' },
    ]);
  const now = house.now();
  const counteredOn = action === 'counter' ? requireDay(wish.day, part, officeDay(now)) : undefined;
  await updateExtension(tx, asked.id, {
    state,
    ...(counteredOn ? { counteredOn } : {}),
    ...(isDecision(action) ? { decided: { by: viewer.personId, at: now, reason: reason ?? null } } : {}),
    ...(action === 'accept' || action === 'decline' ? { answeredAt: now } : {}),
  });
  const dueOn = movesDue(action) ? (asked.counteredOn ?? asked.wantedOn) : part.dueOn;
  if (dueOn && movesDue(action)) {
    await moveDue(tx, part.id, dueOn, now);
    await refreshDuty(tx, part.dutyId);
    await markDueSource(tx, part.dutyId, dueOn, action === 'grant' ? 'proposed' : 'confirmed');
  }
  await tell(tx, house, viewer, part, eventOf[action], {
    extensionId: asked.id,
    ...(reason ? { reason } : {}),
    ...(counteredOn ? { day: counteredOn } : {}),
    ...(dueOn === part.dueOn ? {} : { changed: { dueOn: [part.dueOn, dueOn] } }),
  });
  return { state, dueOn };
}

/** The day proposed instead: after today, and not the day it is due already. */
function requireDay(day: string | undefined, part: HeldAssignment, today: string): string {
  if (day && day > today && day !== part.dueOn) return day;
  const message = 'Cần chọn một ngày khác, ở sau hôm nay: chọn ngày rồi gửi lại.';
  throw invalid(message, [{ path: 'day', message }]);
}

const eventOf: Record<ExtensionAction, string> = {
  grant: 'duty.extension-granted',
  counter: 'duty.extension-countered',
  reject: 'duty.extension-rejected',
  accept: 'duty.extension-accepted',
  decline: 'duty.extension-declined',
  'take-back': 'duty.extension-taken-back',
};

const tell = (
  tx: Tx,
  house: House,
  viewer: Viewer,
  part: HeldAssignment,
  kind: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'duty',
    subjectId: part.dutyId,
    kind,
    actorId: viewer.personId,
    payload: { assignmentId: part.id, agencyId: part.agencyId, agency: part.agencyName, ...payload },
  });
