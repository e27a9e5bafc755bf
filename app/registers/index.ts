import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { aidRoutes } from './aid/aid.routes.ts';
import { achievementRoutes } from './awards/achievement.routes.ts';
import { beginningRoutes } from './beginnings/beginning.routes.ts';
import { bookRoutes } from './book/book.routes.ts';
import { opinionTableRoutes } from './consultations/opinion-table.routes.ts';
import { figureRoutes } from './figures/figure.routes.ts';
import { likenessRoutes } from './likeness/likeness.routes.ts';
import { pastRoutes } from './past/past.routes.ts';
import { rowRoutes } from './register.routes.ts';
import { settingRoutes } from './setting.routes.ts';

export { registers } from './declared/all.ts';
export { makeDueDuties, makeDueDutiesJob } from './due/make-duties.ts';
export { registerFeeds } from './figures/feeds.ts';
export { registerFiles } from './file-holder.ts';
export { listFoundRows, registerSaid } from './found-rows.store.ts';
export { withRegisters } from './open-api.ts';
export { registerBooks } from './register.events.ts';
export { countSealedPast, eraseSealedPast, type SealedPast, sealedColumns } from './sealed-past.store.ts';
export { isShownByRow } from './shows-work.ts';
export { handOverRows } from './successors/hand-over.ts';
export { listRowsOfAgencies } from './successors/held-rows.store.ts';
export { requireTables } from './table.store.ts';

/** Registers of the plan's own work: one store and one set of routes for all that are declared. */
export function registerRoutes(web: Web, house: House): void {
  rowRoutes(web, house);
  bookRoutes(web, house);
  settingRoutes(web, house);
  likenessRoutes(web, house);
  figureRoutes(web, house);
  pastRoutes(web, house);
  opinionTableRoutes(web, house);
  aidRoutes(web, house);
  achievementRoutes(web, house);
  beginningRoutes(web, house);
}
