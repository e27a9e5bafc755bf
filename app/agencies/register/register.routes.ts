import { mayKeepRegister, mayReadRegister } from '#app/agencies/agency.policy.ts';
import { countPeople } from '#app/agencies/agency.store.ts';
import { nameOn } from '#app/agencies/dated-name.ts';
import { listDatedAgencies } from '#app/agencies/dated-register.store.ts';
import type { DatedAgency } from '#app/agencies/dated-register.ts';
import { isWithin } from '#app/agencies/period.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { type RegisterRow, showRegister } from './register.contract.ts';

/** The register as it stood on a day. */
export function registerRoutes(web: Web, house: House): void {
  mount(web, house, showRegister, async ({ query, tx, viewer }) => {
    requirePolicy(mayReadRegister, viewer, undefined);
    const today = officeDay(house.now());
    const day = query.asOf ?? today;
    const [register, people] = [await listDatedAgencies(tx), await countPeople(tx)];
    const agencies = register.map((agency) => rowOn(agency, day, people.get(agency.id) ?? 0));
    return {
      day,
      isToday: day === today,
      mayKeep: mayKeepRegister.allows(viewer),
      agencies: agencies.sort((a, b) => vietnamese.compare(a.name, b.name)),
    };
  });
}

const vietnamese = new Intl.Collator('vi');

function rowOn(agency: DatedAgency, day: string, people: number): RegisterRow {
  const { id, kind, code, codeOld, validFrom, validTo } = agency;
  return {
    id,
    kind,
    code,
    codeOld,
    validFrom,
    validTo,
    people,
    name: nameOn(agency.names, day) ?? agency.name,
    standsThen: isWithin(agency, day),
    names: agency.names.map(({ id: _, ...name }) => name),
    parents: Object.fromEntries(
      agency.parents
        .filter((link) => isWithin(link, day))
        .map(({ hierarchy, parentId }) => [hierarchy, parentId]),
    ),
  };
}
