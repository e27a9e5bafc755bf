import { confirmedDuties, getDocument } from '#app/documents/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { findAlike } from '../alike.store.ts';
import { mayPublish } from '../duty.policy.ts';
import { ALIKE } from '../likeness.ts';
import { matchNames } from '../printed-agencies.ts';
import * as contract from './alike.contract.ts';

/** Work that an agency has already, told before it is given a second time. */
export function alikeRoutes(web: Web, house: House): void {
  mount(web, house, contract.listAlike, async ({ params, query, viewer, tx }) => {
    requirePolicy(mayPublish, viewer, undefined);
    const document = await getDocument(tx, params.id);
    if (document.state === 'published') return { alike: [] };
    const duties = confirmedDuties(document);
    const { names } = await matchNames(tx, { duties, issuer: document.issuer }, officeDay(house.now()));
    const meant = new Map(names.map(({ printed, agencyIds }) => [printed, agencyIds]));
    const apart = query.apart ? [query.apart] : [];
    const alike = [];
    for (const { id, path, text, holders } of duties) {
      const agencyIds = holders.flatMap((name) => meant.get(name) ?? []);
      if (!agencyIds.length) continue;
      const [match] = await findAlike(tx, text, { notDocumentIds: [document.id, ...apart], agencyIds });
      if (!match || match.likeness < ALIKE || match.state === 'completed') continue;
      const held = match.parts.filter(({ role }) => role === 'holder').map(({ agency }) => agency);
      alike.push({ id, path, text, match: { ...match, agencies: held } });
    }
    return { alike };
  });
}
