import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { cancelAbsence, listAbsences } from '../absence.store.ts';
import {
  closeDoors,
  countOtherAdministrators,
  getPerson,
  insertRole,
  listRoles,
  setRoleEnd,
  setWorkEnd,
} from '../people.store.ts';
import { overlapping } from '../person.ts';
import type { HandOver, Item } from './hand-over.store.ts';
import { markReceived, passSubstitution } from './hand-over.store.ts';

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Everything of a hand-over at once, in the transaction of the last who received: roles end and begin, work is told to
 * be followed by its successor, who stands in changes. What another did meanwhile (a part done, an absence over) stays.
 */
export async function takeEffect(
  tx: Tx,
  house: House,
  viewer: Viewer,
  one: HandOver,
  items: readonly Item[],
): Promise<void> {
  await getPerson(tx, one.personId, { forUpdate: true });
  const said = (subjectKind: string, subjectId: string, kind: string, payload: Record<string, unknown>) =>
    appendEvent(tx, house.now(), { subjectKind, subjectId, kind, actorId: viewer.personId, payload });
  for (const item of items) {
    if (item.kind === 'role') await passRole(tx, one, item, said);
    else if (item.kind === 'substitution') await passOrEnd(tx, house, one, item);
    else await tellSuccessor(item, one, said);
  }
  await endOwnAbsences(tx, house, one);
  await leave(tx, house, one, said);
  await markReceived(tx, one.id, house.now());
  await said('hand-over', one.id, 'hand-over.took-effect', {
    fromPersonId: one.personId,
    lastDay: one.lastDay,
  });
}

type Say = (
  subjectKind: string,
  subjectId: string,
  kind: string,
  payload: Record<string, unknown>,
) => Promise<void>;

/** The successor holds the role from the day after; one they hold already is left as it is. */
async function passRole(tx: Tx, one: HandOver, item: Item, said: Say): Promise<void> {
  const role = (await listRoles(tx, one.personId)).find(({ id }) => id === item.subjectId);
  if (!role || !item.successorId) return;
  const wanted = { agencyId: one.agencyId, role: role.role, from: nextDay(one.lastDay), to: null };
  if (overlapping(await listRoles(tx, item.successorId), wanted)) return;
  await insertRole(tx, item.successorId, wanted);
  await said('person', item.successorId, 'person.role-granted', {
    ...wanted,
    agency: one.agencyName,
    handOverId: one.id,
  });
}

async function passOrEnd(tx: Tx, house: House, one: HandOver, item: Item): Promise<void> {
  const absence = (await listAbsences(tx, one.personId)).find(({ id }) => id === item.subjectId);
  if (!absence) return;
  if (item.successorId && item.successorId !== absence.personId)
    await passSubstitution(tx, absence.id, item.successorId);
  else await cancelAbsence(tx, absence.id, house.now());
}

const subjectKinds: Partial<Record<Item['kind'], [string, string]>> = {
  assignment: ['duty', 'duty.handed-over'],
  report: ['agency-report', 'agency-report.handed-over'],
  document: ['document', 'document.handed-over'],
};

/** Work belongs to its agency; whose hands it is in is told in its ledger, and found there by the next hand-over. */
async function tellSuccessor(item: Item, one: HandOver, said: Say): Promise<void> {
  const told = subjectKinds[item.kind];
  if (!told || !item.subjectId || !item.successorId) return;
  const subjectId = item.kind === 'assignment' ? (item.page?.split('/').at(-1) ?? '') : item.subjectId;
  await said(told[0], subjectId, told[1], {
    ...(item.kind === 'assignment' ? { assignmentId: item.subjectId } : {}),
    agencyId: one.agencyId,
    agency: one.agencyName,
    fromPersonId: one.personId,
    toPersonId: item.successorId,
    handOverId: one.id,
  });
}

/** Nobody stands in for somebody who is no longer there. */
async function endOwnAbsences(tx: Tx, house: House, one: HandOver): Promise<void> {
  for (const absence of await listAbsences(tx, one.personId))
    if (absence.personId === one.personId && absence.agencyId === one.agencyId && absence.from > one.lastDay)
      await cancelAbsence(tx, absence.id, house.now());
}

async function leave(tx: Tx, house: House, one: HandOver, said: Say): Promise<void> {
  const ending = (await listRoles(tx, one.personId)).filter(
    (role) => role.agencyId === one.agencyId && (role.to === null || role.to > one.lastDay),
  );
  const administers = ending.some(({ role }) => role === 'administrator');
  if (administers && (await countOtherAdministrators(tx, one.personId, nextDay(one.lastDay))) === 0)
    throw conflict('Đây là quản trị duy nhất của tỉnh: hãy cấp vai trò quản trị cho một người khác trước.');
  for (const role of ending) {
    await setRoleEnd(tx, role.id, one.lastDay);
    await said('person', one.personId, 'person.role-ended', {
      role: role.role,
      agencyId: one.agencyId,
      agency: one.agencyName,
      lastDay: one.lastDay,
      handOverId: one.id,
    });
  }
  if (!one.endsWork) return;
  await setWorkEnd(tx, one.personId, one.lastDay);
  if (one.lastDay < officeDay(house.now())) await closeDoors(tx, one.personId);
  await said('person', one.personId, 'person.work-ended', { lastDay: one.lastDay, handOverId: one.id });
}
