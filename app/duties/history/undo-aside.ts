import type { Changes, LedgerAct, LedgerEvent, Undone } from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import { findAnyPartOf, getAssignment, type HeldAssignment, updateAssignment } from '../assignment.store.ts';
import type { AssignmentAction, AssignmentState } from '../assignment.ts';
import { policyOf } from '../duty.policy.ts';
import { refreshDuty } from '../duty.store.ts';
import type { Wait } from '../standing-clock.ts';

/**
 * Work set aside or given away by mistake is taken back as though it had not been: the clock goes on where it stood
 * and the day does not move, unlike going on after a real wait.
 */
export const undoAside = {
  'duty.paused': undoStop('pause', 'pause'),
  'duty.withdrawn': undoStop('withdraw', 'withdrawal'),
  'duty.reassigned': undoReassign,
};

function undoStop(action: AssignmentAction, wait: Wait) {
  return async (act: LedgerAct, line: LedgerEvent, changes: Changes): Promise<Undone> => {
    const part = await hold(act, line, action);
    const was = changes[`${part.id}:state`]?.[0] as AssignmentState | undefined;
    if (!was || was === 'paused')
      throw conflict(
        `Phần việc của ${part.agencyName} đang tạm dừng lúc bị thu hồi: hãy khôi phục bằng nút “Khôi phục” kèm lý do.`,
      );
    const waitsFor = part.waitsFor.filter((one) => one !== wait);
    await writeBack(act, part, { state: was, waitsFor, stoppedOn: waitsFor.length ? part.stoppedOn : null });
    return undone(part, was);
  };
}

/** The agency that got the work must not have begun: its part is withdrawn, and the refusal stands again. */
async function undoReassign(act: LedgerAct, line: LedgerEvent): Promise<Undone> {
  const part = await hold(act, line, 'reassign');
  const given = await findAnyPartOf(act.tx, part.dutyId, String(line.payload.toAgencyId));
  const other = given ? await getAssignment(act.tx, given) : null;
  if (other?.state !== 'assigned')
    throw conflict(
      `${other?.agencyName ?? 'Cơ quan được chuyển đến'} đã bắt tay vào việc nên không lấy lại được: hãy thu hồi phần việc đó kèm lý do.`,
    );
  await writeBack(act, other, { state: 'withdrawn' });
  await writeBack(act, part, { state: 'refused', proposedAgencyId: other.agencyId });
  return {
    changed: {
      [`${part.id}:state`]: [part.state, 'refused'],
      [`${other.id}:state`]: [other.state, 'withdrawn'],
    },
    payload: { agency: part.agencyName },
  };
}

async function hold({ tx, viewer }: LedgerAct, line: LedgerEvent, action: AssignmentAction) {
  const part = await getAssignment(tx, String(line.payload.assignmentId), { forUpdate: true });
  requirePolicy(policyOf(action), viewer, { agencyId: part.agencyId, action });
  return part;
}

async function writeBack(
  { tx, house, subjectId }: LedgerAct,
  part: HeldAssignment,
  change: Partial<HeldAssignment>,
): Promise<void> {
  await updateAssignment(
    tx,
    part.id,
    { ...part, stateBefore: null, pausedUntil: null, proposedAgencyId: null, reason: null, ...change },
    house.now(),
  );
  await refreshDuty(tx, subjectId);
}

const undone = (part: HeldAssignment, was: AssignmentState): Undone => ({
  changed: { [`${part.id}:state`]: [part.state, was] },
  payload: { agency: part.agencyName },
});
