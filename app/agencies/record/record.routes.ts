import { randomUUID } from 'node:crypto';
import { mayKeepRegister } from '#app/agencies/agency.policy.ts';
import { allGiven, allTaken, changedBy } from '#app/agencies/changed.ts';
import type { DatedName } from '#app/agencies/dated-name.ts';
import type { ParentLink } from '#app/agencies/hierarchy.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { notFound } from '#app/platform/problem.ts';
import { keepAgency } from './keep-agency.ts';
import * as contract from './record.contract.ts';
import { deleteName, deleteParent, putName, putParent, updateFacts } from './record.store.ts';
import { showRecord } from './show-record.ts';

/** One agency with its history: read, and changed with a line in the ledger that says what was before. */
export function recordRoutes(web: Web, house: House): void {
  mount(web, house, contract.showAgency, ({ params, query, tx, viewer }) =>
    showRecord(tx, params.id, query.asOf, officeDay(house.now()), mayKeepRegister.allows(viewer)),
  );
  factRoutes(web, house);
  nameRoutes(web, house);
  parentRoutes(web, house);
}

function factRoutes(web: Web, house: House): void {
  mount(web, house, contract.editAgency, async ({ params, body, tx, viewer }) => {
    const given = withoutUndefined(body);
    await keepAgency(tx, house, viewer, params.id, (agency) => ({
      after: { ...agency, ...given },
      kind: 'agency.changed',
      payload: {},
      changed: changedBy(agency as typeof given, given),
      write: () => updateFacts(tx, agency.id, given),
    }));
    return { ok: true as const };
  });
}

function nameRoutes(web: Web, house: House): void {
  mount(web, house, contract.addName, async ({ params, body, tx, viewer }) => {
    const name = { id: randomUUID(), ...body };
    await keepAgency(tx, house, viewer, params.id, (agency) => ({
      after: { ...agency, names: [...agency.names, name] },
      kind: 'agency.name-added',
      payload: { rowId: name.id, name: name.name, kind: name.kind },
      changed: allGiven(body),
      write: () => putName(tx, agency.id, name),
    }));
    return { ok: true as const, rowId: name.id };
  });
  mount(web, house, contract.editName, async ({ params, body, tx, viewer }) => {
    const given = withoutUndefined(body);
    await keepAgency(tx, house, viewer, params.id, (agency) => {
      const before = rowOf(agency.names, params.rowId, 'tên gọi này');
      const name: DatedName = { ...before, ...given };
      return {
        after: { ...agency, names: agency.names.map((one) => (one === before ? name : one)) },
        kind: 'agency.name-changed',
        payload: { rowId: name.id, name: before.name, kind: before.kind },
        changed: changedBy(before as typeof given, given),
        write: () => putName(tx, agency.id, name),
      };
    });
    return { ok: true as const };
  });
  mount(web, house, contract.removeName, async ({ params, tx, viewer }) => {
    await keepAgency(tx, house, viewer, params.id, (agency) => {
      const { id, ...before } = rowOf(agency.names, params.rowId, 'tên gọi này');
      return {
        after: { ...agency, names: agency.names.filter((one) => one.id !== id) },
        kind: 'agency.name-removed',
        payload: { rowId: id, name: before.name, kind: before.kind },
        changed: allTaken(before),
        write: () => deleteName(tx, id),
      };
    });
    return { ok: true as const };
  });
}

function parentRoutes(web: Web, house: House): void {
  mount(web, house, contract.addParent, async ({ params, body, tx, viewer }) => {
    const link: ParentLink = { id: randomUUID(), agencyId: params.id, ...body };
    await keepAgency(tx, house, viewer, params.id, (agency, nameOf) => ({
      after: { ...agency, parents: [...agency.parents, link] },
      kind: 'agency.parent-added',
      payload: { rowId: link.id, hierarchy: link.hierarchy, parent: nameOf(link.parentId) },
      changed: allGiven(body),
      write: () => putParent(tx, link),
    }));
    return { ok: true as const, rowId: link.id };
  });
  mount(web, house, contract.editParent, async ({ params, body, tx, viewer }) => {
    const given = withoutUndefined(body);
    await keepAgency(tx, house, viewer, params.id, (agency, nameOf) => {
      const before = rowOf(agency.parents, params.rowId, 'dòng cấp trên này');
      const link: ParentLink = { ...before, ...given };
      return {
        after: { ...agency, parents: agency.parents.map((one) => (one === before ? link : one)) },
        kind: 'agency.parent-changed',
        payload: { rowId: link.id, hierarchy: link.hierarchy, parent: nameOf(link.parentId) },
        changed: changedBy(before as typeof given, given),
        write: () => putParent(tx, link),
      };
    });
    return { ok: true as const };
  });
  mount(web, house, contract.removeParent, async ({ params, tx, viewer }) => {
    await keepAgency(tx, house, viewer, params.id, (agency, nameOf) => {
      const { id, agencyId: _, ...before } = rowOf(agency.parents, params.rowId, 'dòng cấp trên này');
      return {
        after: { ...agency, parents: agency.parents.filter((one) => one.id !== id) },
        kind: 'agency.parent-removed',
        payload: { rowId: id, hierarchy: before.hierarchy, parent: nameOf(before.parentId) },
        changed: allTaken(before),
        write: () => deleteParent(tx, id),
      };
    });
    return { ok: true as const };
  });
}

function rowOf<T extends { id: string }>(rows: readonly T[], id: string, what: string): T {
  const row = rows.find((one) => one.id === id);
  if (!row) throw notFound(what);
  return row;
}

/** A field that was not sent is not asked to change. */
const withoutUndefined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
