import { appendEvent } from '#app/ledger/index.ts';
import { writeDocx } from '#app/letters/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import { type Role, roles, type Viewer } from '#app/platform/viewer.ts';
import { mayGrant } from '../people.policy.ts';
import { getPerson, listColleagues, listRoles } from '../people.store.ts';
import { roleState } from '../person.ts';
import * as contract from './hand-over.contract.ts';
import { mayPrepare, mayReadHandOver, mayReceive } from './hand-over.policy.ts';
import * as store from './hand-over.store.ts';
import { type HeldItem, whyNot } from './hand-over.ts';
import { handOverMinutes } from './hand-over-minutes.ts';
import { listFollowed, listSubstitutions, listUnderCorrection, listUnfiled } from './held.store.ts';
import { takeEffect } from './take-effect.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Leaving without losing anything: what is held → who takes it → they confirm → all of it takes effect at once. */
export function handOverRoutes(web: Web, house: House): void {
  mount(web, house, contract.showHeld, async ({ params, query, viewer, tx }) => {
    const parted = { personId: params.id, agencyId: query.agency };
    requirePolicy(mayPrepare, viewer, parted);
    const today = officeDay(house.now());
    const { personName, agencyName, items, hasOtherAgencies } = await heldBy(tx, parted, today);
    const stretch = { from: today, to: today, except: params.id };
    const others = await listColleagues(tx, query.agency, stretch);
    return {
      personName,
      agencyName,
      today,
      hasOtherAgencies,
      items: items.map((item) => ({ ...item, mayPass: mayPass(viewer, item, parted) })),
      colleagues: others.filter(({ id }) => id !== viewer.personId),
    };
  });
  mount(web, house, contract.prepareHandOver, async ({ params, body, viewer, tx }) => ({
    id: await prepare(tx, house, viewer, params.id, body),
  }));
  mount(web, house, contract.showHandOver, async ({ params, viewer, tx }) => {
    const one = await store.getHandOver(tx, params.id);
    const items = await store.listItems(tx, one.id);
    requirePolicy(mayReadHandOver, viewer, { ...one, successors: successorsOf(items) });
    return present(viewer, one, items);
  });
  mount(web, house, contract.receiveHandOver, async ({ params, viewer, tx }) => {
    const one = await open(tx, params.id);
    const items = await store.listItems(tx, one.id);
    requirePolicy(mayReceive, viewer, { ...one, successors: successorsOf(items) });
    const mine = items.filter((item) => item.successorId === viewer.personId && !item.receivedAt);
    if (!mine.length) throw conflict('Bạn đã xác nhận nhận phần của mình rồi.');
    await store.markItemsReceived(tx, one.id, viewer.personId, house.now());
    await tell(tx, house, viewer, one.id, 'hand-over.received', { count: mine.length });
    const waiting = items.some(
      (item) => item.successorId && item.successorId !== viewer.personId && !item.receivedAt,
    );
    if (!waiting) await takeEffect(tx, house, viewer, one, items);
    return { done: !waiting };
  });
  mount(web, house, contract.cancelHandOver, async ({ params, viewer, tx }) => {
    const one = await open(tx, params.id);
    requirePolicy(mayPrepare, viewer, one);
    await store.markCancelled(tx, one.id, viewer.personId, house.now());
    await tell(tx, house, viewer, one.id, 'hand-over.cancelled', {});
    return { ok: true as const };
  });
  mount(web, house, contract.listHandOversForMe, async ({ viewer, tx }) => ({
    handOvers: await store.listForPerson(tx, viewer.personId),
  }));
  mount(web, house, contract.downloadHandOver, async ({ params, viewer, tx, reply }) => {
    const one = await store.getHandOver(tx, params.id);
    const items = await store.listItems(tx, one.id);
    requirePolicy(mayReadHandOver, viewer, { ...one, successors: successorsOf(items) });
    const bytes = await writeDocx(handOverMinutes(one, items, viewer.tenantName));
    return reply
      .type(docx)
      .header(
        'content-disposition',
        `attachment; filename="bien-ban-ban-giao.docx"; filename*=UTF-8''${encodeURIComponent(`Biên bản bàn giao ${one.personName}.docx`)}`,
      )
      .header('cache-control', 'no-store')
      .send(bytes);
  });
}

const successorsOf = (items: readonly store.Item[]): string[] =>
  items.flatMap(({ successorId }) => successorId ?? []);

const tell = (
  tx: Tx,
  house: House,
  viewer: Viewer,
  id: string,
  kind: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'hand-over',
    subjectId: id,
    kind,
    actorId: viewer.personId,
    payload,
  });

/** @throws Problem 409 once it was received by all or cancelled */
async function open(tx: Tx, id: string): Promise<store.HandOver> {
  const one = await store.getHandOver(tx, id, { forUpdate: true });
  if (one.state === 'received')
    throw conflict('Bàn giao này đã được nhận đủ và có hiệu lực: không thay đổi được nữa.');
  if (one.state === 'cancelled') throw conflict('Bàn giao này đã bỏ: hãy lập bàn giao mới nếu cần.');
  return one;
}

type Parted = { personId: string; agencyId: string };

/** A role is passed on only by someone who could grant it; the rest by whoever may prepare the hand-over. */
const mayPass = (viewer: Viewer, item: HeldItem, { agencyId }: Parted): boolean =>
  item.kind !== 'role' ||
  (item.role !== undefined && mayGrant.allows(viewer, { personId: null, agencyId, role: item.role }));

/** Everything a person holds in an agency today. @throws Problem 404 when they hold no role there */
async function heldBy(tx: Tx, { personId, agencyId }: Parted, today: string) {
  const person = await getPerson(tx, personId);
  const running = (await listRoles(tx, personId)).filter((one) => roleState(one, today) !== 'past');
  const here = running.filter((one) => one.agencyId === agencyId);
  const holds = (...wanted: Role[]) => here.some(({ role }) => wanted.includes(role));
  const agencyName = here[0]?.agencyName;
  if (!agencyName) throw notFound('vai trò của người này ở cơ quan đó');
  const inCharge = holds('agency-focal', 'agency-head', 'focal-officer');
  const items: HeldItem[] = [
    ...here
      .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
      .map((one) => ({
        kind: 'role' as const,
        subjectId: one.id,
        page: null,
        title: roleNames[one.role],
        detail: `từ ${one.from.split('-').reverse().join('/')}`,
        dueOn: null,
        role: one.role,
      })),
    ...(await listFollowed(tx, personId, agencyId, inCharge)),
    ...(inCharge ? await listUnfiled(tx, agencyId) : []),
    ...(holds('focal-officer', 'administrator') ? await listUnderCorrection(tx, personId) : []),
    ...(await listSubstitutions(tx, personId, agencyId, today)),
  ];
  const hasOtherAgencies = running.some((one) => one.agencyId !== agencyId);
  return { personName: person.name, agencyName, items, hasOtherAgencies };
}

const roleNames: Record<Role, string> = {
  administrator: 'Vai trò Quản trị',
  'focal-officer': 'Vai trò Chuyên viên đầu mối',
  leader: 'Vai trò Lãnh đạo',
  'agency-focal': 'Vai trò Đầu mối cơ quan',
  'agency-head': 'Vai trò Thủ trưởng cơ quan',
  staff: 'Vai trò Chuyên viên',
  inspector: 'Vai trò Thanh tra',
};

type Given = {
  agencyId: string;
  lastDay: string;
  endsWork: boolean;
  held: { kind: string; subjectId: string; successorId: string | null }[];
  written: {
    kind: 'promise' | 'contact' | 'other';
    title: string;
    dueOn: string | null;
    successorId: string;
  }[];
};

async function prepare(
  tx: Tx,
  house: House,
  viewer: Viewer,
  personId: string,
  given: Given,
): Promise<string> {
  const parted = { personId, agencyId: given.agencyId };
  requirePolicy(mayPrepare, viewer, parted);
  await getPerson(tx, personId, { forUpdate: true });
  if (await store.findOpenHandOver(tx, personId, given.agencyId))
    throw conflict('Đã có một bàn giao đang chờ nhận: hãy mở bàn giao đó, hoặc bỏ nó trước khi lập lại.');
  const now = house.now();
  const today = officeDay(now);
  if (given.lastDay < today)
    throw invalid('Ngày làm việc cuối đã qua: chọn từ hôm nay trở đi.', [
      { path: 'lastDay', message: 'Chọn từ hôm nay trở đi.' },
    ]);
  const { items, hasOtherAgencies } = await heldBy(tx, parted, today);
  if (given.endsWork && hasOtherAgencies)
    throw conflict('Người này còn vai trò ở cơ quan khác: hãy bàn giao ở đó trước, rồi mới ghi thôi việc.');
  const chosen = new Map(given.held.map((one) => [one.kind + one.subjectId, one.successorId]));
  const known = items.map((item) => ({
    ...item,
    successorId: chosen.get(item.kind + item.subjectId) ?? null,
  }));
  const written = given.written.map((one) => ({ ...one, subjectId: null, page: null, detail: null }));
  const all = [...known, ...written];
  const problem = whyNot({ personId, preparedBy: viewer.personId }, all);
  if (problem) throw invalid(problem);
  if (known.some((item) => item.successorId && !mayPass(viewer, item, parted)))
    throw invalid('Vai trò này không do bạn cấp được: để trống người nhận, quản trị sẽ cấp sau.');
  await requireColleagues(tx, parted, today, successorsIn(all));
  const id = await store.insertHandOver(
    tx,
    { ...parted, ...given, preparedBy: viewer.personId, at: now },
    all,
  );
  await tell(tx, house, viewer, id, 'hand-over.prepared', {
    fromPersonId: personId,
    count: all.length,
    lastDay: given.lastDay,
  });
  return id;
}

const successorsIn = (items: readonly { successorId: string | null }[]) =>
  new Set(items.flatMap(({ successorId }) => successorId ?? []));

async function requireColleagues(
  tx: Tx,
  { personId, agencyId }: Parted,
  today: string,
  successors: Set<string>,
) {
  const colleagues = await listColleagues(tx, agencyId, { from: today, to: today, except: personId });
  const known = new Set(colleagues.map(({ id }) => id));
  if ([...successors].some((id) => !known.has(id)))
    throw invalid('Người nhận phải đang làm ở cùng cơ quan: hãy thêm người đó vào cơ quan trước.');
}

function present(viewer: Viewer, one: store.HandOver, items: readonly store.Item[]) {
  const waiting = items.filter((item) => item.successorId === viewer.personId && !item.receivedAt).length;
  const isOpen = one.state === 'waiting';
  const subject = { ...one, successors: successorsOf(items) };
  return {
    ...one,
    preparedAt: one.preparedAt.toISOString(),
    receivedAt: one.receivedAt?.toISOString() ?? null,
    items: items.map((item) => ({ ...item, receivedAt: item.receivedAt?.toISOString() ?? null })),
    waitingForMe: isOpen ? waiting : 0,
    mayReceive: isOpen && waiting > 0 && mayReceive.allows(viewer, subject),
    mayCancel: isOpen && mayPrepare.allows(viewer, one),
  };
}
