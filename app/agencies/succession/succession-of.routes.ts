import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { notFound } from '#app/platform/problem.ts';
import { nameOn } from '../dated-name.ts';
import { listDatedAgencies } from '../dated-register.store.ts';
import { presentUnits } from '../present-units.ts';
import { listSuccessionLinks, type SuccessionLink } from '../succession-register.store.ts';
import * as contract from './succession-of.contract.ts';

/** Who came before an agency and who after: everybody may read the register's memory. */
export function successionOfRoutes(web: Web, house: House): void {
  mount(web, house, contract.showSuccessionOf, async ({ params, tx }) => {
    const register = new Map((await listDatedAgencies(tx)).map((agency) => [agency.id, agency]));
    if (!register.has(params.id)) throw notFound('cơ quan này');
    const links = await listSuccessionLinks(tx);
    const today = officeDay(house.now());
    const nameOf = (id: string, day: string) => {
      const agency = register.get(id)!;
      return nameOn(agency.names, day) ?? agency.name;
    };
    const shown = ({ kind, on, share, basis }: SuccessionLink, agencyId: string, day: string) => ({
      agencyId,
      name: nameOf(agencyId, day),
      kind,
      on,
      share,
      basis,
    });
    return {
      before: links
        .filter((link) => link.toId === params.id)
        .map((link) => shown(link, link.fromId, eveOf(link.on))),
      after: links.filter((link) => link.fromId === params.id).map((link) => shown(link, link.toId, link.on)),
      today: presentUnits(links, params.id).map((id) => ({ id, name: nameOf(id, today) })),
    };
  });
}

const eveOf = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
