import type { Answer } from '#app/platform/contract.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { hasRole, type Viewer } from '#app/platform/viewer.ts';
import { type Absence, listAbsences } from './absence.store.ts';
import { mayPrepare } from './hand-over/hand-over.policy.ts';
import { listHandOvers } from './hand-over/hand-over.store.ts';
import type { showPerson } from './people.contract.ts';
import * as policy from './people.policy.ts';
import { getPerson, listColleagues, listRoles } from './people.store.ts';
import { roleState } from './person.ts';

type Shown = Answer<typeof showPerson>;

/** Everything of the page of one person, and what the viewer may do there. @throws Problem 403, 404 */
export async function presentPerson(
  tx: Tx,
  house: House,
  viewer: Viewer,
  id: string,
  grantable: Shown['grantable'],
): Promise<Shown> {
  const person = await getPerson(tx, id);
  const today = officeDay(house.now());
  const held = (await listRoles(tx, id)).map((one) => ({ ...one, state: roleState(one, today) }));
  const current = held.filter(({ state }) => state !== 'past');
  // Whoever left is still seen by those who saw them last.
  const standing = { personId: id, roles: current.length ? current : held };
  requirePolicy(policy.maySeePerson, viewer, standing);
  const open = person.erasedAt === null;
  const agencies = new Map(current.map((one) => [one.agencyId, one.agencyName]));
  const inAgencies = [...agencies].map(([agencyId, agencyName]) => ({ agencyId, agencyName }));
  return {
    ...person,
    isMe: viewer.personId === id,
    isErased: !open,
    lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
    today,
    roles: held.map((one) => ({
      ...one,
      mayEnd: open && policy.mayGrant.allows(viewer, { ...one, personId: id }),
    })),
    grantable: open && viewer.personId !== id ? grantable : [],
    absences: (await listAbsences(tx, id)).map((one) => presentAbsence(viewer, one, today)),
    absenceIn: await absenceIn(tx, viewer, id, inAgencies, today),
    handOvers: await listHandOvers(tx, id),
    handOverIn: inAgencies.filter(({ agencyId }) => mayPrepare.allows(viewer, { personId: id, agencyId })),
    may: {
      correct: open && policy.mayCorrect.allows(viewer, standing),
      changeEmail: open && policy.mayChangeEmail.allows(viewer, standing),
      invite: open && current.length > 0 && policy.mayInvite.allows(viewer, standing),
      endWork: open && policy.mayEndWork.allows(viewer, standing),
      readContact: open && (viewer.personId === id || hasRole(viewer, 'administrator', 'agency-head')),
    },
  };
}

export const presentAbsence = (viewer: Viewer, one: Absence, today: string) => {
  const state = roleState(one, today);
  return { ...one, state, mayEnd: state !== 'past' && policy.maySetAbsence.allows(viewer, one) };
};

async function absenceIn(
  tx: Tx,
  viewer: Viewer,
  personId: string,
  agencies: { agencyId: string; agencyName: string }[],
  today: string,
): Promise<Shown['absenceIn']> {
  const found: Shown['absenceIn'] = [];
  for (const agency of agencies) {
    if (!policy.maySetAbsence.allows(viewer, { personId, agencyId: agency.agencyId })) continue;
    const stretch = { from: today, to: today, except: personId };
    found.push({ ...agency, substitutes: await listColleagues(tx, agency.agencyId, stretch) });
  }
  return found;
}
