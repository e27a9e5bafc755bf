import { listAgencies } from '#app/agencies/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { actOnPart } from '../assignment.routes.ts';
import { getAssignment } from '../assignment.store.ts';
import { stateAfter } from '../assignment.ts';
import { moveDuty } from '../change-duty.store.ts';
import { changeDuty } from '../change-duty.ts';
import { dueDateOf } from '../due-date.ts';
import { getDuty, insertAssignments, listAssignments, refreshDuty } from '../duty.store.ts';
import type { PlannedDuty } from '../publication.ts';

type Named = { id: string; symbol: string | null; issuedOn: string | null };
export type Going = {
  house: House;
  viewer: Viewer;
  from: Named;
  to: Named;
  accepted: ReadonlySet<string>;
  reason: string;
};

/** Ends a duty: each part still open is withdrawn with the reason; what is done stays done. */
export async function endDuty(tx: Tx, { house, viewer, reason }: Going, dutyId: string): Promise<void> {
  for (const { id } of await listAssignments(tx, dutyId)) await withdraw(tx, { house, viewer, reason }, id);
}

async function withdraw(
  tx: Tx,
  { house, viewer, reason }: Pick<Going, 'house' | 'viewer' | 'reason'>,
  id: string,
) {
  const part = await getAssignment(tx, id, { forUpdate: true });
  if (stateAfter(part.state, 'withdraw', part.stateBefore))
    await actOnPart(tx, house, viewer, part, { action: 'withdraw', reason });
}

/** A duty goes on under the new document with its parts, progress and history; where it `changed`, with the new words, day and agencies. */
export async function carryOn(
  tx: Tx,
  going: Going,
  dutyId: string,
  plan: PlannedDuty,
  changed: boolean,
): Promise<void> {
  const { house, viewer, from, to } = going;
  const [at, actorId] = [house.now(), viewer.personId];
  const { position, path, span } = plan.duty;
  await moveDuty(tx, dutyId, { documentId: to.id, position, path, span });
  await appendEvent(tx, at, {
    subjectKind: 'duty',
    subjectId: dutyId,
    kind: 'duty.carried-on',
    actorId,
    payload: { fromId: from.id, from: from.symbol, toId: to.id, to: to.symbol, path },
  });
  if (!changed) return;
  await changeAgencies(tx, going, dutyId, plan);
  const was = await getDuty(tx, dutyId);
  const words = plan.duty.deadline?.words ?? null;
  const limit = words ? dueDateOf(words, to.issuedOn, await officeCalendar(tx)) : null;
  // A day that had to be filled in is taken only when somebody said so; until then the duty keeps the one it had.
  const isTaken = limit !== null && (!limit.assumption || going.accepted.has(words ?? ''));
  await changeDuty(tx, { at, actorId }, dutyId, {
    text: plan.duty.text,
    deadlineWords: words,
    deadlineKind: limit?.kind ?? null,
    dueOn: words === was.deadlineWords || (limit && !isTaken) ? was.dueOn : (limit?.due ?? null),
    dueSource: limit?.assumption ? 'confirmed' : 'stated',
    because: to.symbol ?? 'văn bản mới',
  });
}

/** Agencies named anew get a part; those no longer named give theirs back, unless they are done. */
async function changeAgencies(tx: Tx, going: Going, dutyId: string, { parts }: PlannedDuty): Promise<void> {
  const held = await listAssignments(tx, dutyId);
  const gone = held.filter(
    ({ agencyId, role }) => !parts.some((one) => one.agencyId === agencyId && one.role === role),
  );
  const added = parts.filter(
    ({ agencyId, role }) => !held.some((one) => one.agencyId === agencyId && one.role === role),
  );
  const { dueOn } = await getDuty(tx, dutyId);
  if (added.length) await giveParts(tx, going, dutyId, added, dueOn);
  for (const { id } of gone) await withdraw(tx, going, id);
  if (added.length || gone.length) await refreshDuty(tx, dutyId);
}

async function giveParts(
  tx: Tx,
  { house, viewer, to }: Going,
  dutyId: string,
  added: PlannedDuty['parts'],
  dueOn: string | null,
): Promise<void> {
  const at = house.now();
  await insertAssignments(tx, dutyId, added, dueOn, at);
  const names = new Map((await listAgencies(tx)).map(({ id, name }) => [id, name]));
  const named = (role: 'holder' | 'coordinator') =>
    added.filter((part) => part.role === role).map(({ agencyId }) => names.get(agencyId)!);
  const leads = added.some((part) => part.leads);
  await appendEvent(tx, at, {
    subjectKind: 'duty',
    subjectId: dutyId,
    kind: 'duty.assigned',
    actorId: viewer.personId,
    payload: {
      documentId: to.id,
      leads,
      holders: named('holder'),
      coordinators: named('coordinator'),
      dueOn,
    },
  });
}
