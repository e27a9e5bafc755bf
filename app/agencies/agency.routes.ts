import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './agency.contract.ts';
import { mayKeepRegister } from './agency.policy.ts';
import {
  countPeople,
  findNameHolder,
  insertAgency,
  insertAgencyName,
  listAgencies,
  listNames,
  listStaff,
} from './agency.store.ts';
import { type Agency, agencyKinds, isInStateChain, nameOfKind } from './agency.ts';
import { type Match, matchPrintedName } from './match-printed-name.ts';

/** The register of agencies. */
export function agencyRoutes(web: Web, house: House): void {
  mount(web, house, contract.listAgencies, async ({ tx, viewer }) => {
    const [agencies, people] = [await listAgencies(tx), await countPeople(tx)];
    return {
      kinds: agencyKinds.map((one) => ({
        ...one,
        count: agencies.filter(({ kind }) => kind === one.kind).length,
      })),
      agencies: agencies.map((agency) => present(agency, people)),
      mayKeep: mayKeepRegister.allows(viewer),
    };
  });
  mount(web, house, contract.showAgency, ({ params, tx, viewer }) => show(tx, params.id, viewer));
  mount(web, house, contract.addAgency, async ({ body, tx, viewer }) => {
    requirePolicy(mayKeepRegister, viewer, undefined);
    await checkNew(tx, body);
    const id = await insertAgency(tx, body);
    const payload = { name: body.name, kind: body.kind };
    await appendEvent(tx, house.now(), {
      subjectKind: 'agency',
      subjectId: id,
      kind: 'agency.created',
      actorId: viewer.personId,
      payload,
    });
    return { id };
  });
  mount(web, house, contract.addAgencyName, async ({ params, body, tx, viewer }) => {
    requirePolicy(mayKeepRegister, viewer, undefined);
    const agency = (await listAgencies(tx)).find(({ id }) => id === params.id);
    if (!agency) throw notFound('cơ quan này');
    await refuseTakenName(tx, body.name);
    await insertAgencyName(tx, agency.id, body);
    await appendEvent(tx, house.now(), {
      subjectKind: 'agency',
      subjectId: agency.id,
      kind: 'agency.name-added',
      actorId: viewer.personId,
      payload: body,
    });
    return { ok: true as const };
  });
  mount(web, house, contract.matchName, async ({ query, tx }) => {
    const agencies = await listAgencies(tx);
    const match = matchPrintedName(query.name, agencies, query.issuer ? { issuer: query.issuer } : {});
    const meant = new Set(idsOf(match));
    return {
      kind: match.kind,
      explanation: match.explanation,
      agencies: agencies.filter(({ id }) => meant.has(id)).map(({ id, name }) => ({ id, name })),
    };
  });
}

function idsOf(match: Match): string[] {
  if (match.kind === 'agency') return [match.agencyId];
  if (match.kind === 'group') return match.agencyIds;
  return match.kind === 'unknown' ? [] : match.candidates;
}

const present = (agency: Agency, people: Map<string, number>) => ({
  ...agency,
  kindName: nameOfKind(agency.kind),
  isInStateChain: isInStateChain(agency.kind),
  people: people.get(agency.id) ?? 0,
});

async function show(tx: Tx, id: string, viewer: Viewer) {
  const agencies = await listAgencies(tx);
  const agency = agencies.find((one) => one.id === id);
  if (!agency) throw notFound('cơ quan này');
  return {
    ...present(agency, await countPeople(tx)),
    parentName: agencies.find((one) => one.id === agency.parentId)?.name ?? null,
    mayKeep: mayKeepRegister.allows(viewer),
    otherNames: await listNames(tx, id),
    units: agencies.filter((one) => one.parentId === id).map((one) => ({ id: one.id, name: one.name })),
    staff: await listStaff(tx, id),
  };
}

/** @throws Problem 422 for a kind or parent that is not there, 409 when another agency has the name */
async function checkNew(
  tx: Tx,
  { kind, name, names, parentId }: { kind: string; name: string; names: string[]; parentId: string | null },
): Promise<void> {
  if (!agencyKinds.some((one) => one.kind === kind))
    throw invalid('Chưa chọn đúng loại cơ quan: hãy chọn trong danh sách.', [
      { path: 'kind', message: 'Hãy chọn loại cơ quan.' },
    ]);
  if (parentId && !(await listAgencies(tx)).some(({ id }) => id === parentId))
    throw invalid('Cơ quan cấp trên không có trong danh mục: hãy chọn lại.', [
      { path: 'parentId', message: 'Hãy chọn lại cơ quan cấp trên.' },
    ]);
  for (const one of [name, ...names]) await refuseTakenName(tx, one);
}

/** Two agencies of one name could not be told apart in a plan. */
async function refuseTakenName(tx: Tx, name: string): Promise<void> {
  const holder = await findNameHolder(tx, name);
  if (holder)
    throw conflict(`“${name}” đã là tên gọi của ${holder.name}: hãy dùng tên khác, hoặc mở cơ quan đó.`, {
      agencyId: holder.id,
    });
}
