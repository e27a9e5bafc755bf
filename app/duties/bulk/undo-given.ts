import type { Changes, LedgerAct, LedgerEvent, Undone } from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import { getAssignment } from '../assignment.store.ts';
import type { DueSource } from '../due-source.ts';
import { refreshDuty } from '../duty.store.ts';
import { restorePart } from '../history/history.store.ts';
import { mayChangeGiven } from './bulk.policy.ts';
import { putDueDay, putDueOfWhole } from './bulk.store.ts';

/** How a changed deadline and an agency that was added are taken back by their lines. */
export const undoGiven = {
  'duty.deadline-changed': undoDeadline,
  'duty.coordinator-added': undoCoordinator,
};

async function undoDeadline(act: LedgerAct, line: LedgerEvent, changes: Changes): Promise<Undone> {
  const { tx, viewer, house, subjectId } = act;
  requirePolicy(mayChangeGiven, viewer, undefined);
  const days = Object.entries(changes).filter(([field]) => field.endsWith(':dueOn'));
  for (const [field, [was, is]] of days) {
    const part = await getAssignment(tx, field.split(':')[0]!, { forUpdate: true });
    if (part.dueOn !== is)
      throw conflict(`Hạn của ${part.agencyName} đã được đổi sau đó nên không lấy lại hạn cũ.`);
    await putDueDay(tx, part.id, was as string | null, house.now());
  }
  await refreshDuty(tx, subjectId);
  const told = line.payload.changed as Record<string, [string | null, string | null]>;
  const dueSource = (told.dueSource?.[0] ?? null) as DueSource | null;
  await putDueOfWhole(tx, subjectId, { dueOn: told.dueOn?.[0] ?? null, dueSource });
  return { changed: Object.fromEntries(days.map(([field, [was, is]]) => [field, [is, was]])) };
}

async function undoCoordinator(act: LedgerAct, line: LedgerEvent): Promise<Undone> {
  const { tx, viewer, house, subjectId } = act;
  requirePolicy(mayChangeGiven, viewer, undefined);
  const part = await getAssignment(tx, String(line.payload.assignmentId), { forUpdate: true });
  if (part.state !== 'assigned')
    throw conflict(`${part.agencyName} đã bắt tay vào việc: hãy thu hồi phần việc đó kèm lý do.`);
  await restorePart(tx, part.id, { ...part, state: 'withdrawn' }, house.now());
  await refreshDuty(tx, subjectId);
  return {
    changed: { [`${part.id}:state`]: [part.state, 'withdrawn'] },
    payload: { agency: part.agencyName },
  };
}
