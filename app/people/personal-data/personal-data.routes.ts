import { findPerson } from '#app/accounts/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import holidays from '#data/holidays.json' with { type: 'json' };
import data from '#data/personal-data.json' with { type: 'json' };
import { type Holiday, makeCalendar } from '#libraries/calendar/index.ts';
import { getPerson, listRoles } from '../people.store.ts';
import { roleState } from '../person.ts';
import * as contract from './personal-data.contract.ts';
import { mayDecideRequest, mayKeepPersonalData, mayReadContact } from './personal-data.policy.ts';
import * as store from './personal-data.store.ts';
import { isLateToAcknowledge, isOpen, requestState, whyNotErase } from './request.ts';
import { listNotices } from './retention.store.ts';

const calendar = makeCalendar(holidays as Holiday[]);
const acknowledgeDays = data.acknowledge.workingDays;
const groups = data.groups as contract.FieldGroup[];

/** What is kept of people: shown to its owner, corrected and erased on request, read by others only with a reason. */
export function personalDataRoutes(web: Web, house: House): void {
  ownRoutes(web, house);
  mount(web, house, contract.readContact, async ({ params, body, viewer, tx }) => {
    const person = await getPerson(tx, params.id);
    const today = officeDay(house.now());
    const held = (await listRoles(tx, person.id)).filter((one) => roleState(one, today) === 'now');
    const agencyIds = held.map(({ agencyId }) => agencyId);
    requirePolicy(mayReadContact, viewer, { personId: person.id, agencyIds });
    const contact = await openContact(tx, house, person.id);
    if (viewer.personId !== person.id)
      await tell(tx, house, viewer, person.id, 'personal-data.read', {
        group: 'contact',
        reason: body.reason,
      });
    return contact;
  });
  mount(web, house, contract.listRequests, async ({ viewer, tx }) => {
    requirePolicy(mayKeepPersonalData, viewer, undefined);
    const today = officeDay(house.now());
    const notices = await listNotices(tx);
    return {
      requests: (await store.listRequests(tx)).map((one) => present(viewer, one, today)),
      notices: notices.map((one) => ({ ...one, name: nameOf(one.group) })),
      groups,
      acknowledgeDays,
    };
  });
  mount(web, house, contract.acknowledgeRequest, async ({ params, viewer, tx }) => {
    const request = await openRequest(tx, viewer, params.id);
    await store.markAcknowledged(tx, request.id, viewer.personId, house.now());
    await tell(tx, house, viewer, request.personId, 'personal-data.acknowledged', { requestId: request.id });
    return { ok: true as const };
  });
  mount(web, house, contract.decideRequest, async ({ params, body, viewer, tx }) => {
    const request = await openRequest(tx, viewer, params.id);
    const at = house.now();
    await store.markAcknowledged(tx, request.id, viewer.personId, at);
    await store.markDecided(tx, request.id, { ...body, by: viewer.personId, at });
    const payload = { requestId: request.id, decision: body.decision, reason: body.reason };
    await tell(tx, house, viewer, request.personId, 'personal-data.decided', payload);
    const wantsErasure = body.decision === 'granted' && request.kind === 'erase';
    return { erased: wantsErasure ? await erase(tx, house, viewer, request.personId) : ('nothing' as const) };
  });
}

function ownRoutes(web: Web, house: House): void {
  mount(web, house, contract.myData, async ({ viewer, tx }) => {
    const person = await findPerson(tx, viewer.personId);
    if (!person) throw notFound('tài khoản này');
    const counts = await store.countKept(tx, viewer.personId, viewer.email);
    const today = officeDay(house.now());
    return {
      // Registers hold what concerns people outside, who have no page here.
      groups: groups
        .filter(({ key }) => !key.startsWith('register.'))
        .map((group) => ({ ...group, count: counts[group.key] ?? 0 })),
      account: {
        name: person.name,
        title: person.title,
        email: person.email,
        createdAt: (await store.findMade(tx, viewer.personId)).toISOString(),
      },
      contact: await openContact(tx, house, viewer.personId),
      reads: (await store.listReads(tx, viewer.personId)).map((one) => ({
        at: one.at.toISOString(),
        by: one.by ?? '',
        reason: one.reason,
      })),
      requests: (await store.listRequests(tx, viewer.personId)).map((one) => present(viewer, one, today)),
      acknowledgeDays,
    };
  });
  mount(web, house, contract.exportMyData, async ({ viewer, tx }) => {
    const person = await getPerson(tx, viewer.personId);
    const kept = {
      exportedAt: house.now().toISOString(),
      account: { id: person.id, name: person.name, title: person.title, email: person.email },
      contact: await openContact(tx, house, viewer.personId),
      requests: await store.listRequests(tx, viewer.personId),
      ...(await store.listKept(tx, viewer.personId, viewer.email)),
    };
    await tell(tx, house, viewer, viewer.personId, 'personal-data.exported', {});
    return kept;
  });
  mount(web, house, contract.saveMyContact, async ({ body, viewer, tx }) => {
    const { phone, personalEmail } = body;
    const seal = (value: string, field: string) =>
      value ? house.seal.close(value, purposeOf(field, viewer.personId)) : null;
    if (!phone && !personalEmail) await store.deleteContact(tx, viewer.personId);
    else
      await store.saveContact(
        tx,
        viewer.personId,
        { phone: seal(phone, 'phone'), personalEmail: seal(personalEmail, 'personal-email') },
        house.now(),
      );
    const fields = ['phone', 'personalEmail'];
    await tell(tx, house, viewer, viewer.personId, 'personal-data.changed', { fields });
    return { ok: true as const };
  });
  mount(web, house, contract.askAboutMyData, async ({ body, viewer, tx }) => {
    const at = house.now();
    const acknowledgeBy = calendar.addWorkingDays(officeDay(at), acknowledgeDays);
    const id = await store.insertRequest(tx, { ...body, personId: viewer.personId, at, acknowledgeBy });
    await tell(tx, house, viewer, viewer.personId, 'personal-data.asked', {
      requestId: id,
      request: body.kind,
    });
    return { id, acknowledgeBy };
  });
  mount(web, house, contract.withdrawRequest, async ({ params, viewer, tx }) => {
    const request = await store.getRequest(tx, params.id);
    if (request.personId !== viewer.personId) throw notFound('yêu cầu này');
    if (!isOpen(requestState(request)))
      throw conflict('Yêu cầu này đã giải quyết xong nên không rút lại được.');
    await store.markWithdrawn(tx, request.id, house.now());
    await tell(tx, house, viewer, viewer.personId, 'personal-data.withdrawn', { requestId: request.id });
    return { ok: true as const };
  });
}

const nameOf = (key: string) => groups.find((group) => group.key === key)?.name ?? { vi: key, en: key };

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

/** A sealed value opens only as this field of this person. */
const purposeOf = (field: string, personId: string) => `person-contact.${field}.${personId}`;

async function openContact(tx: Tx, house: House, personId: string) {
  const sealed = await store.findContact(tx, personId);
  const open = (value: Buffer | null | undefined, field: string) =>
    value ? house.seal.open(value, purposeOf(field, personId)) : '';
  return {
    phone: open(sealed?.phone, 'phone'),
    personalEmail: open(sealed?.personalEmail, 'personal-email'),
  };
}

function present(viewer: Viewer, one: store.DataRequestRow, today: string): contract.DataRequest {
  const state = requestState(one);
  return {
    ...one,
    askedAt: one.askedAt.toISOString(),
    acknowledgedAt: one.acknowledgedAt?.toISOString() ?? null,
    decidedAt: one.decidedAt?.toISOString() ?? null,
    state,
    isLate: isLateToAcknowledge(one, today),
    mayDecide: isOpen(state) && mayDecideRequest.allows(viewer, one),
  };
}

/** @throws Problem 403 for who asked it themselves; 409 once it is settled */
async function openRequest(tx: Tx, viewer: Viewer, id: string): Promise<store.DataRequestRow> {
  const request = await store.getRequest(tx, id);
  requirePolicy(mayDecideRequest, viewer, request);
  if (!isOpen(requestState(request)))
    throw conflict('Yêu cầu này đã giải quyết xong hoặc đã được rút lại: hãy tải lại trang.');
  return request;
}

/** Everything of who has left; the private contact alone of who still works. */
async function erase(
  tx: Tx,
  house: House,
  viewer: Viewer,
  personId: string,
): Promise<'everything' | 'contact'> {
  const person = await getPerson(tx, personId, { forUpdate: true });
  const keeps = whyNotErase(person, officeDay(house.now()));
  if (keeps) await store.deleteContact(tx, personId);
  else await store.eraseDetails(tx, person, house.now());
  await tell(tx, house, viewer, personId, 'personal-data.erased', { all: keeps === null });
  return keeps ? 'contact' : 'everything';
}
