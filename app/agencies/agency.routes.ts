import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid, Problem } from '#app/platform/problem.ts';
import * as contract from './agency.contract.ts';
import { mayKeepRegister } from './agency.policy.ts';
import { countPeople, insertAgency, listAgencies } from './agency.store.ts';
import { type Agency, agencyKinds, isInStateChain, nameOfKind } from './agency.ts';
import { bookRoutes } from './book/book.routes.ts';
import { listDatedAgencies } from './dated-register.store.ts';
import { draftOf, type NewAgency } from './dated-register.ts';
import { groupRoutes } from './groups/group.routes.ts';
import { matchingOn } from './groups/group.store.ts';
import { putInForce } from './in-force.store.ts';
import { type Match, matchPrintedName } from './match-printed-name.ts';
import { recordRoutes } from './record/record.routes.ts';
import { lockRegister } from './record/record.store.ts';
import { registerRoutes } from './register/register.routes.ts';
import { faultsOf, indexRegister } from './register-faults.ts';
import { successionOfRoutes } from './succession/succession-of.routes.ts';

/** The register of agencies. */
export function agencyRoutes(web: Web, house: House): void {
  registerRoutes(web, house);
  recordRoutes(web, house);
  groupRoutes(web, house);
  bookRoutes(web, house);
  successionOfRoutes(web, house);
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
  mount(web, house, contract.addAgency, async ({ body, tx, viewer }) => {
    requirePolicy(mayKeepRegister, viewer, undefined);
    await lockRegister(tx);
    await checkNew(tx, body);
    const id = await insertAgency(tx, body);
    await putInForce(tx, officeDay(house.now()));
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
  mount(web, house, contract.matchName, async ({ query, tx }) => {
    const { agencies, groups } = await matchingOn(tx, officeDay(house.now()));
    const match = matchPrintedName(query.name, agencies, {
      groups,
      ...(query.issuer ? { issuer: query.issuer } : {}),
    });
    const meant = new Set(idsOf(match));
    return {
      kind: match.kind,
      explanation: match.explanation,
      agencies: agencies.filter(({ id }) => meant.has(id)).map(({ id, name }) => ({ id, name })),
      proposal: match.kind === 'unknown' ? match.proposal : null,
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

/** @throws Problem 422 for a kind or parent that is not there, 409 when the register cannot hold it */
async function checkNew(tx: Tx, given: NewAgency): Promise<void> {
  const register = await listDatedAgencies(tx);
  const draft = draftOf(given);
  const faults = faultsOf(draft, indexRegister([...register, draft]));
  const errors = faults.map(({ field, message }) => ({ path: field, message }));
  if (!faults[0]) return;
  if (errors.some(({ path }) => path === 'kind' || path === 'parentId'))
    throw invalid(faults[0].message, errors);
  throw new Problem(409, 'register', faults[0].message, { errors });
}
