import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { getAssignment, type HeldAssignment } from '../assignment.store.ts';
import { mayActForAgency } from '../duty.policy.ts';
import { getDuty, listAssignments } from '../duty.store.ts';
import { isOpenPart } from '../open-part.ts';
import * as contract from './milestone.contract.ts';
import { getMilestone, insertMilestone, listMilestonesOf, updateMilestone } from './milestone.store.ts';

export function milestoneRoutes(web: Web, house: House): void {
  mount(web, house, contract.listMilestones, async ({ params, viewer, tx }) => {
    const duty = await getDuty(tx, params.id);
    const today = officeDay(house.now());
    const byPart = Map.groupBy(await listMilestonesOf(tx, duty.id), ({ assignmentId }) => assignmentId);
    const parts = (await listAssignments(tx, duty.id)).filter(({ state }) => state !== 'withdrawn');
    return {
      parts: parts.map((part) => ({
        assignmentId: part.id,
        agencyName: part.agencyName,
        dueOn: part.dueOn,
        maySet: isOpenPart(part.state) && mayActForAgency.allows(viewer, acting(part)),
        milestones: (byPart.get(part.id) ?? []).map((one) => ({
          ...one,
          isLate: !duty.isRequest && (one.reachedOn ?? today) > one.dueOn,
        })),
      })),
    };
  });
  mount(web, house, contract.addMilestone, async ({ params, body, viewer, tx }) => {
    const part = await requireOpen(tx, viewer, params.id);
    if (part.dueOn && body.dueOn > part.dueOn) {
      const message = `Mốc không được sau hạn của phần việc (${part.dueOn.split('-').reverse().join('/')}): chọn một ngày sớm hơn.`;
      throw invalid(message, [{ path: 'dueOn', message }]);
    }
    const at = house.now();
    const id = await insertMilestone(tx, { ...body, assignmentId: part.id, addedBy: viewer.personId, at });
    await tell(tx, at, viewer, part, 'duty.milestone-added', {
      milestoneId: id,
      name: body.name,
      day: body.dueOn,
      changed: { [`${id}:milestone`]: [null, body.name] },
    });
    return { id };
  });
  mount(web, house, contract.actOnMilestone, async ({ params, body, viewer, tx }) => {
    const one = await getMilestone(tx, params.id);
    const part = await requireOpen(tx, viewer, one.assignmentId);
    const now = house.now();
    if (body.action !== 'remove' && (body.action === 'reach') === (one.reachedOn !== null))
      throw conflict('Mốc này vừa được người khác đánh dấu: hãy tải lại trang.');
    const reachedOn = body.action === 'reach' ? officeDay(now) : null;
    await updateMilestone(tx, one.id, body.action === 'remove' ? { removedAt: now } : { reachedOn });
    const changed =
      body.action === 'remove'
        ? { [`${one.id}:milestone`]: [one.name, null] }
        : { [`${one.id}:reachedOn`]: [one.reachedOn, reachedOn] };
    await tell(tx, now, viewer, part, eventOf[body.action], { milestoneId: one.id, name: one.name, changed });
    return { reachedOn };
  });
}

const eventOf: Record<contract.MilestoneAction, string> = {
  reach: 'duty.milestone-reached',
  reopen: 'duty.milestone-reopened',
  remove: 'duty.milestone-removed',
};

const acting = ({ agencyId }: { agencyId: string }) => ({ agencyId, action: 'log-progress' as const });

async function requireOpen(tx: Tx, viewer: Viewer, assignmentId: string): Promise<HeldAssignment> {
  const part = await getAssignment(tx, assignmentId, { forUpdate: true });
  requirePolicy(mayActForAgency, viewer, acting(part));
  if (!isOpenPart(part.state))
    throw conflict('Phần việc này không còn đang thực hiện nên không đổi mốc nữa: hãy tải lại trang.', {
      state: part.state,
    });
  return part;
}

const tell = (
  tx: Tx,
  at: Date,
  viewer: Viewer,
  part: HeldAssignment,
  kind: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, at, {
    subjectKind: 'duty',
    subjectId: part.dutyId,
    kind,
    actorId: viewer.personId,
    payload: { assignmentId: part.id, agencyId: part.agencyId, agency: part.agencyName, ...payload },
  });
