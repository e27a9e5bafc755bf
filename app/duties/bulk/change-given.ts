import { listAgencies } from '#app/agencies/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { showDate } from '#libraries/calendar/index.ts';
import { actAsViewer } from '../assignment.routes.ts';
import type { AssignmentState } from '../assignment.ts';
import { getDuty, insertAssignments, listAssignments, refreshDuty } from '../duty.store.ts';
import { markDueSource } from '../extension/extension.store.ts';
import { putDueDay } from './bulk.store.ts';

export type Desk = { tx: Tx; house: House; viewer: Viewer };
type Part = Awaited<ReturnType<typeof listAssignments>>[number];

/** Work whose day can still be moved. */
const movable: AssignmentState[] = ['assigned', 'received', 'in-progress', 'returned', 'refused', 'paused'];

/** @throws Problem 422 */
export function requireFutureDay(dueOn: string | undefined, today: string): string {
  if (dueOn && dueOn >= today) return dueOn;
  const message = 'Hạn mới phải từ hôm nay trở đi: chọn một ngày khác.';
  throw invalid(message, [{ path: 'dueOn', message }]);
}

/** Sets one day for these parts of a duty that are still at work, with one line that can be undone. @throws Problem 409 */
export async function changeDeadline(
  { tx, house, viewer }: Desk,
  dutyId: string,
  parts: readonly Part[],
  { dueOn, reason }: { dueOn: string; reason: string },
): Promise<void> {
  const open = parts.filter(({ state }) => movable.includes(state));
  if (!open.length) throw conflict('Không còn phần việc nào đang làm để đổi hạn.');
  const moving = open.filter((part) => part.dueOn !== dueOn);
  if (!moving.length) throw conflict(`Hạn đã là ${showDate(dueOn)} rồi.`);
  const at = house.now();
  const was = await getDuty(tx, dutyId);
  for (const part of moving) await putDueDay(tx, part.id, dueOn, at);
  await refreshDuty(tx, dutyId);
  await markDueSource(tx, dutyId, dueOn, 'confirmed');
  const is = await getDuty(tx, dutyId);
  await appendEvent(tx, at, {
    subjectKind: 'duty',
    subjectId: dutyId,
    kind: 'duty.deadline-changed',
    actorId: viewer.personId,
    payload: {
      reason,
      dueOn,
      agencies: moving.map(({ agencyName }) => agencyName),
      agencyIds: moving.map(({ agencyId }) => agencyId),
      changed: {
        ...Object.fromEntries(moving.map((part) => [`${part.id}:dueOn`, [part.dueOn, dueOn]])),
        dueOn: [was.dueOn, is.dueOn],
        dueSource: [was.dueSource, is.dueSource],
      },
    },
  });
}

/** The agency that is to cooperate. @throws Problem 422 */
export async function requireCoordinator(tx: Tx, agencyId: string | undefined) {
  const agency = (await listAgencies(tx)).find(({ id }) => id === agencyId);
  if (agency) return agency;
  const message = 'Cần chọn cơ quan phối hợp: chọn một cơ quan trong danh mục.';
  throw invalid(message, [{ path: 'agencyId', message }]);
}

type Coordinator = { agency: { id: string; name: string }; insteadOf?: string | undefined; reason: string };

/** Lets an agency cooperate, perhaps instead of another whose part is withdrawn. @throws Problem 409 */
export async function changeCoordinator(desk: Desk, dutyId: string, wish: Coordinator): Promise<void> {
  const { tx, house, viewer } = desk;
  const { agency, insteadOf, reason } = wish;
  const parts = await listAssignments(tx, dutyId);
  if (!parts.some(({ state }) => movable.includes(state)))
    throw conflict('Nhiệm vụ đã xong hoặc đã thu hồi nên không đổi cơ quan phối hợp.');
  const there = parts.find((part) => part.agencyId === agency.id);
  if (there && (there.state !== 'withdrawn' || there.role !== 'coordinator' || there.proposedAgencyId))
    throw conflict(`${agency.name} đã có phần trong nhiệm vụ này.`);
  if (insteadOf) await withdrawCoordinator(desk, parts, insteadOf, reason);
  if (there) {
    await actAsViewer(tx, house, viewer, there.id, { action: 'reinstate', reason });
    return;
  }
  const { dueOn } = await getDuty(tx, dutyId);
  const part = {
    agencyId: agency.id,
    printedName: agency.name,
    role: 'coordinator' as const,
    leads: false,
  };
  await insertAssignments(tx, dutyId, [part], dueOn, house.now());
  await refreshDuty(tx, dutyId);
  const made = (await listAssignments(tx, dutyId)).find(({ agencyId }) => agencyId === agency.id)!;
  await appendEvent(tx, house.now(), {
    subjectKind: 'duty',
    subjectId: dutyId,
    kind: 'duty.coordinator-added',
    actorId: viewer.personId,
    payload: { assignmentId: made.id, agencyId: agency.id, agency: agency.name, reason },
  });
}

async function withdrawCoordinator(
  { tx, house, viewer }: Desk,
  parts: readonly Part[],
  agencyId: string,
  reason: string,
): Promise<void> {
  const old = parts.find((part) => part.agencyId === agencyId && part.role === 'coordinator');
  if (!old || old.state === 'withdrawn')
    throw conflict('Cơ quan được thay không phối hợp ở nhiệm vụ này nên giữ nguyên.');
  await actAsViewer(tx, house, viewer, old.id, { action: 'withdraw', reason });
}
