import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { askRoutes } from './ask/ask.routes.ts';
import type { TellAsk } from './ask/news.ts';
import { briefRoutes } from './brief/brief.routes.ts';
import * as drafts from './consolidation.routes.ts';
import { findingRoutes } from './findings/finding.routes.ts';
import { issueRoutes } from './issue.routes.ts';
import { matrixRoutes } from './matrix/matrix.routes.ts';
import { outRoutes } from './out/out.routes.ts';
import { sentenceRoutes } from './sentence.routes.ts';
import { togetherRoutes } from './together/together.routes.ts';
import { totalsRoutes } from './totals/totals.routes.ts';

export { askBook } from './ask/ask.events.ts';
export type { AskNews } from './ask/news.ts';
export { consolidationBook } from './consolidation.events.ts';
export { consolidationReaders, mayReadConsolidations } from './consolidation.policy.ts';
export { getConsolidation } from './consolidation.store.ts';
export { consolidationFiles } from './consolidation-files.ts';

/**
 * The one report made of many: drafted, edited sentence by sentence, issued. `tellAsk`: how rooms downstream tell
 * people of a question asked back, its answer and its end.
 */
export function consolidationRoutes(web: Web, house: House, tellAsk: TellAsk): void {
  drafts.consolidationRoutes(web, house);
  sentenceRoutes(web, house);
  matrixRoutes(web, house);
  findingRoutes(web, house, tellAsk);
  askRoutes(web, house, tellAsk);
  briefRoutes(web, house);
  totalsRoutes(web, house);
  togetherRoutes(web, house);
  issueRoutes(web, house);
  outRoutes(web, house);
}
