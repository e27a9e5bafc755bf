import { findPersonByEmail, getRules, insertPerson, invite, mailInvitation } from '#app/accounts/index.ts';
import { listAgencies } from '#app/agencies/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import { agenciesOf, type Role, roles, type Viewer } from '#app/platform/viewer.ts';
import data from '#data/personal-data.json' with { type: 'json' };
import * as contract from './people.contract.ts';
import * as policy from './people.policy.ts';
import {
  closeDoors,
  countOtherAdministrators,
  getPerson,
  insertRole,
  listPeople,
  listRoles,
  setRoleEnd,
  setWorkEnd,
  updatePerson,
} from './people.store.ts';
import { isIdle, overlapping, roleState } from './person.ts';
import { presentPerson } from './present-person.ts';

const PAGE = 300;

/** People, what they hold and since when. */
export function peopleRoutes(web: Web, house: House): void {
  mount(web, house, contract.listPeople, async ({ query, viewer, tx }) => {
    requirePolicy(policy.mayOpenRegister, viewer, undefined);
    const now = house.now();
    const idleDays = (await getRules(tx)).idleAccountDays ?? data.idleAccount.days;
    const idleBefore = new Date(now.getTime() - idleDays * 86_400_000);
    const scope = policy.seesAllAgencies(viewer) ? null : agenciesOf(viewer);
    const people = await listPeople(
      tx,
      { ...query, agencies: scope, today: officeDay(now), idleBefore },
      PAGE + 1,
    );
    const agencies = await listAgencies(tx);
    return {
      people: people.slice(0, PAGE).map((one) => ({
        ...one,
        isIdle: isIdle(one.lastSeenAt, now, idleDays),
        lastSeenAt: one.lastSeenAt?.toISOString() ?? null,
      })),
      hasMore: people.length > PAGE,
      agencies: agencies
        .filter(({ id }) => scope?.includes(id) ?? true)
        .map(({ id, name }) => ({ id, name })),
      grantable: grantableIn(viewer, agencies),
      idleDays,
    };
  });
  mount(web, house, contract.showPerson, async ({ params, viewer, tx }) =>
    presentPerson(tx, house, viewer, params.id, grantableIn(viewer, await listAgencies(tx))),
  );
  mount(web, house, contract.addPerson, async ({ body, viewer, tx }) => ({
    id: await addPerson(tx, house, viewer, body),
  }));
  mount(web, house, contract.correctPerson, async ({ params, body, viewer, tx }) => {
    await correct(tx, house, viewer, params.id, body);
    return { ok: true as const };
  });
  mount(web, house, contract.grantRole, async ({ params, body, viewer, tx }) => {
    const person = await getPerson(tx, params.id, { forUpdate: true });
    if (person.erasedAt) throw notFound('người này');
    return { id: await grant(tx, house, viewer, person.id, body) };
  });
  mount(web, house, contract.endRole, async ({ params, body, viewer, tx }) => {
    await endOneRole(tx, house, viewer, params, body.lastDay);
    return { ok: true as const };
  });
  mount(web, house, contract.endWork, async ({ params, body, viewer, tx }) => {
    await endWork(tx, house, viewer, params.id, body.lastDay);
    return { ok: true as const };
  });
  mount(web, house, contract.invitePerson, async ({ params, body, viewer, tx }) => {
    const person = await getPerson(tx, params.id);
    requirePolicy(policy.mayInvite, viewer, await standingOf(tx, house, person.id));
    if (person.erasedAt || (person.endedOn && person.endedOn < officeDay(house.now())))
      throw conflict('Người này đã thôi việc nên không mời được: hãy ghi làm việc trở lại trước rồi mời.');
    const invitation = await invite(tx, house, viewer.tenantId, person.id, viewer.personId);
    const isMail = body.by === 'mail';
    if (isMail) await mailInvitation(tx, house, viewer.tenantName, invitation, viewer.personId);
    return {
      link: isMail ? null : invitation.link,
      isSent: isMail && house.mail !== undefined,
      expiresAt: invitation.expiresAt.toISOString(),
    };
  });
}

export const tell = (
  tx: Tx,
  house: House,
  viewer: Viewer,
  personId: string,
  kind: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'person',
    subjectId: personId,
    kind,
    actorId: viewer.personId,
    payload,
  });

/** A person as policies see them today. */
export async function standingOf(tx: Tx, house: House, personId: string): Promise<policy.Standing> {
  const today = officeDay(house.now());
  const held = await listRoles(tx, personId);
  return { personId, roles: held.filter((one) => roleState(one, today) !== 'past') };
}

const grantableIn = (viewer: Viewer, agencies: readonly { id: string; name: string }[]) =>
  agencies
    .map(({ id, name }) => ({
      agencyId: id,
      agencyName: name,
      roles: policy.grantableRoles(viewer, roles, id),
    }))
    .filter((one) => one.roles.length > 0);

type Wanted = { agencyId: string; role: Role; from: string; to: string | null };

/** Adds a person with their first role. @throws Problem 403, 409 when the address is taken */
export async function addPerson(
  tx: Tx,
  house: House,
  viewer: Viewer,
  given: { name: string; title: string; email: string; agencyId: string; role: Role; from: string },
): Promise<string> {
  requirePolicy(policy.mayGrant, viewer, { ...given, personId: null });
  await refuseTakenEmail(tx, given.email, null);
  const id = await insertPerson(tx, {
    name: given.name.normalize('NFC'),
    email: given.email.toLowerCase(),
    title: given.title.normalize('NFC') || null,
  });
  await tell(tx, house, viewer, id, 'person.created', { role: given.role });
  await grant(tx, house, viewer, id, { ...given, to: null });
  return id;
}

/** @throws Problem 403; 404; 409 when the role is held on some day of the stretch already */
export async function grant(
  tx: Tx,
  house: House,
  viewer: Viewer,
  personId: string,
  wanted: Wanted,
): Promise<string> {
  requirePolicy(policy.mayGrant, viewer, { ...wanted, personId });
  const { endedOn } = await getPerson(tx, personId);
  if (endedOn && endedOn < wanted.from)
    throw conflict('Người này đã ghi thôi việc trước ngày đó: hãy ghi làm việc trở lại rồi cấp vai trò.');
  const agency = (await listAgencies(tx)).find(({ id }) => id === wanted.agencyId);
  if (!agency) throw notFound('cơ quan này');
  if (wanted.to && wanted.to < wanted.from)
    throw invalid('Ngày cuối ở trước ngày đầu: hãy sửa lại một trong hai ngày.', [
      { path: 'to', message: 'Ngày cuối ở trước ngày đầu.' },
    ]);
  const held = overlapping(await listRoles(tx, personId), wanted);
  if (held)
    throw conflict(
      `Người này đã giữ vai trò đó ở ${agency.name} trong thời gian này: hãy sửa ngày cuối của vai trò đang có.`,
    );
  const id = await insertRole(tx, personId, wanted);
  const payload = {
    role: wanted.role,
    agencyId: agency.id,
    agency: agency.name,
    from: wanted.from,
    to: wanted.to,
  };
  await tell(tx, house, viewer, personId, 'person.role-granted', payload);
  return id;
}

async function refuseTakenEmail(tx: Tx, email: string, ownerId: string | null): Promise<void> {
  const holder = await findPersonByEmail(tx, email);
  if (holder && holder.id !== ownerId)
    throw conflict(
      `Thư điện tử này đã là của ${holder.name}: hãy mở người đó để thêm vai trò, hoặc dùng địa chỉ khác.`,
      { errors: [{ path: 'email', message: `Đã là của ${holder.name}.` }], personId: holder.id },
    );
}

async function correct(
  tx: Tx,
  house: House,
  viewer: Viewer,
  id: string,
  given: { name: string; title: string; email: string },
): Promise<void> {
  const person = await getPerson(tx, id, { forUpdate: true });
  if (person.erasedAt) throw notFound('người này');
  const standing = await standingOf(tx, house, id);
  const after = {
    name: given.name.normalize('NFC'),
    title: given.title.normalize('NFC') || null,
    email: given.email.toLowerCase(),
  };
  if (after.name !== person.name || after.title !== person.title)
    requirePolicy(policy.mayCorrect, viewer, standing);
  if (after.email !== person.email.toLowerCase()) {
    requirePolicy(policy.mayChangeEmail, viewer, standing);
    await refuseTakenEmail(tx, after.email, id);
  }
  const fields = (['name', 'title', 'email'] as const).filter((field) => after[field] !== person[field]);
  if (!fields.length) return;
  await updatePerson(tx, id, after);
  await tell(tx, house, viewer, id, 'person.corrected', { fields });
}

async function endOneRole(
  tx: Tx,
  house: House,
  viewer: Viewer,
  { id, roleId }: { id: string; roleId: string },
  lastDay: string | null,
): Promise<void> {
  await getPerson(tx, id, { forUpdate: true });
  const all = await listRoles(tx, id);
  const held = all.find((one) => one.id === roleId);
  if (!held) throw notFound('vai trò này');
  requirePolicy(policy.mayGrant, viewer, { ...held, personId: id });
  await refuseWithoutAdministrator(tx, id, [held], lastDay);
  const others = all.filter((one) => one.id !== roleId);
  if (overlapping(others, { ...held, to: lastDay }))
    throw conflict('Sau đó người này đã giữ lại vai trò này: hãy chọn ngày cuối sớm hơn.');
  await setRoleEnd(tx, roleId, lastDay);
  const payload = { role: held.role, agencyId: held.agencyId, agency: held.agencyName, lastDay };
  await tell(tx, house, viewer, id, lastDay ? 'person.role-ended' : 'person.role-resumed', payload);
}

/** A province without an administrator could never get one again. */
async function refuseWithoutAdministrator(
  tx: Tx,
  personId: string,
  ending: readonly { role: Role; to: string | null }[],
  lastDay: string | null,
): Promise<void> {
  const administers = ending.some(({ role, to }) => role === 'administrator' && to === null);
  if (lastDay === null || !administers) return;
  if ((await countOtherAdministrators(tx, personId, lastDay)) === 0)
    throw conflict('Đây là quản trị duy nhất của tỉnh: hãy cấp vai trò quản trị cho một người khác trước.');
}

/** Ends (or, with null, resumes) a person's work: their roles end that day and their doors close after it. */
export async function endWork(
  tx: Tx,
  house: House,
  viewer: Viewer,
  id: string,
  lastDay: string | null,
): Promise<void> {
  const person = await getPerson(tx, id, { forUpdate: true });
  const held = await listRoles(tx, id);
  const running = held.filter(({ to }) => to === null || (lastDay !== null && to > lastDay));
  const standing = await standingOf(tx, house, id);
  // Someone who holds nothing any more is known by what they held last.
  const last = held.filter(({ to }) => to !== null && to === person.endedOn);
  requirePolicy(policy.mayEndWork, viewer, standing.roles.length ? standing : { personId: id, roles: last });
  if (lastDay === null) {
    if (person.endedOn === null) throw conflict('Người này vẫn đang làm việc: không có gì để mở lại.');
    await setWorkEnd(tx, id, null);
    for (const one of last) await setRoleEnd(tx, one.id, null);
    return tell(tx, house, viewer, id, 'person.work-resumed', {});
  }
  await refuseWithoutAdministrator(tx, id, running, lastDay);
  for (const one of running) await setRoleEnd(tx, one.id, lastDay);
  await setWorkEnd(tx, id, lastDay);
  if (lastDay < officeDay(house.now())) await closeDoors(tx, id);
  await tell(tx, house, viewer, id, 'person.work-ended', { lastDay });
}
