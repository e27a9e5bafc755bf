import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import * as drafts from './consolidation.routes.ts';
import { findingRoutes } from './findings/finding.routes.ts';
import { issueRoutes } from './issue.routes.ts';
import { matrixRoutes } from './matrix/matrix.routes.ts';
import { outRoutes } from './out/out.routes.ts';
import { sentenceRoutes } from './sentence.routes.ts';
import { togetherRoutes } from './together/together.routes.ts';
import { totalsRoutes } from './totals/totals.routes.ts';

export { consolidationBook } from './consolidation.events.ts';
export { consolidationFiles } from './consolidation-files.ts';

/** The one report made of many: drafted, edited sentence by sentence, issued. */
export function consolidationRoutes(web: Web, house: House): void {
  drafts.consolidationRoutes(web, house);
  sentenceRoutes(web, house);
  matrixRoutes(web, house);
  findingRoutes(web, house);
  totalsRoutes(web, house);
  togetherRoutes(web, house);
  issueRoutes(web, house);
  outRoutes(web, house);
}
