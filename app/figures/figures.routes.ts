import { isInStateChain, nameOfKind } from '#app/agencies/index.ts';
import { dayAsked } from '#app/platform/as-of.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { agenciesOf, type Viewer } from '#app/platform/viewer.ts';
import * as contract from './figures.contract.ts';
import { maySeeAllFigures } from './figures.policy.ts';
import { countByAgency, countByGroup, countOverall, listPlans, type Scope } from './figures.store.ts';

/** Figures are counted from the rows when asked: nothing is kept, so nothing can be out of date. */
export function figuresRoutes(web: Web, house: House): void {
  mount(web, house, contract.showFigures, async ({ query, viewer, tx }) => {
    const now = officeDay(house.now());
    const asOf = dayAsked(query.asOf, now);
    const today = asOf ?? now;
    const scope = { ...scopeOf(viewer, query.document, today), asOf };
    const agencies = await countByAgency(tx, scope);
    return {
      today,
      isPast: asOf !== null,
      scope: scope.agencyIds ? ('mine' as const) : ('all' as const),
      documents: await listPlans(tx),
      overall: await countOverall(tx, scope),
      agencies: agencies.map(({ kind, ...agency }) => ({
        ...agency,
        kindName: nameOfKind(kind),
        isInStateChain: isInStateChain(kind),
      })),
      groups: scope.agencyIds ? [] : await countByGroup(tx, scope),
    };
  });
}

const scopeOf = (viewer: Viewer, documentId: string | undefined, today: string): Scope => ({
  documentId,
  today,
  agencyIds: maySeeAllFigures.allows(viewer) ? null : agenciesOf(viewer),
});

/** The four cells as the viewer may see them, for other pages that begin with them. */
export const countForViewer = (tx: Tx, viewer: Viewer, now: Date) =>
  countOverall(tx, scopeOf(viewer, undefined, officeDay(now)));
