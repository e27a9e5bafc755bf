import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type SignedCall, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import { mayKeepRegister } from '../agency.policy.ts';
import { agencyKinds, nameOfKind } from '../agency.ts';
import { nameOn } from '../dated-name.ts';
import { listDatedAgencies } from '../dated-register.store.ts';
import { isWithin, overlaps } from '../period.ts';
import { foldWords } from '../printed-words.ts';
import * as contract from './group.contract.ts';
import * as store from './group.store.ts';
import { membersOn, shippedGroups } from './group.ts';

export function groupRoutes(web: Web, house: House): void {
  mount(web, house, contract.showGroups, ({ query, viewer, tx }) =>
    show(tx, query.asOf ?? null, officeDay(house.now()), mayKeepRegister.allows(viewer)),
  );
  mount(web, house, contract.addGroup, (call) => add(house, call));
  mount(web, house, contract.changeGroup, (call) => change(house, call));
  mount(web, house, contract.addException, (call) => except(house, call));
  mount(web, house, contract.endException, (call) => end(house, call));
}

async function show(tx: Tx, asOf: string | null, today: string, mayKeep: boolean) {
  const day = asOf ?? today;
  const [groups, exceptions] = [await store.listGroups(tx), await store.listExceptions(tx)];
  const [standing, register] = [await store.standingOn(tx, day), await listDatedAgencies(tx)];
  const called = new Map(register.map(({ id, name, names }) => [id, nameOn(names, day) ?? name]));
  const nameOf = (id: string) => called.get(id) ?? '';
  return {
    day,
    isToday: day === today,
    mayKeep,
    kinds: agencyKinds.map(({ kind, name }) => ({ kind, name })),
    agencies: standing.agencies.map(({ id, name }) => ({ id, name })),
    groups: groups.map((group) => {
      const own = exceptions.filter(({ groupId }) => groupId === group.id);
      const added = own.filter((one) => one.kind === 'added' && isWithin(one, day));
      return {
        ...group,
        isShipped: shippedGroups.some(({ key }) => key === group.key),
        kindNames: group.kinds.map(nameOfKind),
        belowName: group.belowId && nameOf(group.belowId),
        members: membersOn(group, own, standing).map(({ id, name }) => ({
          id,
          name,
          isAdded: added.some(({ agencyId }) => agencyId === id),
        })),
        exceptions: own.map(({ groupId: _, ...one }) => ({
          ...one,
          agencyName: nameOf(one.agencyId),
          holds: isWithin(one, day),
        })),
      };
    }),
  };
}

async function add(house: House, { body, viewer, tx }: SignedCall<typeof contract.addGroup>) {
  requirePolicy(mayKeepRegister, viewer, undefined);
  await checkRule(tx, body, null);
  const key = crypto.randomUUID();
  const id = await store.keepRow(tx, { ...body, key, id: null, withoutNames: [], isRemoved: false });
  await tell(house, tx, viewer.personId, id, 'agency-group.created', { name: body.name, kinds: body.kinds });
  return { key };
}

async function change(house: House, { params, body, viewer, tx }: SignedCall<typeof contract.changeGroup>) {
  const group = await openGroup(tx, viewer, params.key);
  await checkRule(tx, body, params.key);
  const before = pick(group);
  const after = pick({ ...group, ...body });
  const changed = Object.fromEntries(
    (Object.keys(after) as (keyof typeof after)[])
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, [before[field], after[field]]]),
  );
  if (!Object.keys(changed).length) return { key: params.key };
  const id = await store.keepRow(tx, group);
  await store.updateGroup(tx, id, { ...group, ...body });
  await tell(house, tx, viewer.personId, id, 'agency-group.changed', { name: body.name, changed });
  return { key: params.key };
}

const pick = ({ name, phrases, kinds, hierarchy, belowId, isRemoved }: store.KeptGroup) => ({
  name,
  phrases,
  kinds,
  hierarchy,
  belowId,
  isRemoved,
});

async function except(house: House, { params, body, viewer, tx }: SignedCall<typeof contract.addException>) {
  const group = await openGroup(tx, viewer, params.key);
  const agency = (await listDatedAgencies(tx, body.agencyId))[0];
  if (!agency) throw invalid('Không có cơ quan này trong danh mục: chọn lại một cơ quan.', [noSuchAgency]);
  const groupId = await store.keepRow(tx, group);
  const before = (await store.listExceptions(tx)).filter((one) => one.groupId === groupId);
  if (before.some((one) => one.agencyId === body.agencyId && overlaps(one, body)))
    throw conflict(`${agency.name} đã có ngoại lệ trong thời gian này: chấm dứt ngoại lệ đó rồi ghi lại.`);
  const id = await store.insertException(tx, groupId, body);
  const { kind, reason, validFrom, validTo } = body;
  await tell(house, tx, viewer.personId, groupId, 'agency-group.exception-added', {
    ...{ group: group.name, agencyId: agency.id, agency: agency.name },
    ...{ kind, reason, validFrom, validTo },
  });
  return { id };
}

const noSuchAgency = { path: 'agencyId', message: 'Không có cơ quan này trong danh mục.' };

async function end(house: House, { params, viewer, tx }: SignedCall<typeof contract.endException>) {
  const group = await openGroup(tx, viewer, params.key);
  const found = (await store.listExceptions(tx)).find(
    (one) => one.id === params.id && one.groupId === group.id,
  );
  if (!found) throw notFound('ngoại lệ này');
  const today = officeDay(house.now());
  if (found.validTo && found.validTo <= today)
    throw conflict('Ngoại lệ này đã hết thời gian: không cần chấm dứt nữa.');
  const hasBegun = found.validFrom === null || found.validFrom <= today;
  await store.endException(tx, found.id, hasBegun ? today : null);
  const agency = (await listDatedAgencies(tx, found.agencyId))[0];
  await tell(house, tx, viewer.personId, found.groupId, 'agency-group.exception-ended', {
    ...{ group: group.name, agencyId: found.agencyId, agency: agency?.name, kind: found.kind },
    lastDay: hasBegun ? today : null,
  });
  return { ok: true as const };
}

async function openGroup(tx: Tx, viewer: SignedCall<typeof contract.endException>['viewer'], key: string) {
  requirePolicy(mayKeepRegister, viewer, undefined);
  const group = (await store.listGroups(tx)).find((one) => one.key === key);
  if (!group) throw notFound('nhóm cơ quan này');
  return group;
}

type Rule = { name: string; phrases: string[]; kinds: string[]; belowId: string | null };

/** @throws Problem 422 for an unknown kind or agency, 409 where another group is printed the same way */
async function checkRule(tx: Tx, rule: Rule, key: string | null): Promise<void> {
  if (rule.kinds.some((kind) => !agencyKinds.some((one) => one.kind === kind)))
    throw invalid('Có loại cơ quan không nằm trong danh mục loại: hãy tải lại trang rồi chọn lại.');
  if (rule.belowId && !(await listDatedAgencies(tx, rule.belowId)).length)
    throw invalid('Không có cơ quan này trong danh mục: chọn lại một cơ quan.', [noSuchAgency]);
  const printed = new Set([rule.name, ...rule.phrases].map(spelled));
  const other = (await store.listGroups(tx)).find(
    (group) =>
      group.key !== key &&
      !group.isRemoved &&
      [group.name, ...group.phrases].some((one) => printed.has(spelled(one))),
  );
  if (other)
    throw conflict(`Nhóm “${other.name}” đã có cách viết này: bỏ ở nhóm đó trước, hoặc sửa nhóm đó.`);
}

const spelled = (phrase: string): string =>
  foldWords(phrase)
    .filter((word) => word !== 'cac')
    .join(' ');

const tell = (
  house: House,
  tx: Tx,
  actorId: string,
  subjectId: string,
  kind: string,
  payload: Record<string, unknown>,
) => appendEvent(tx, house.now(), { subjectKind: 'agency-group', subjectId, kind, actorId, payload });
