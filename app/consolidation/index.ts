import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import * as drafts from './consolidation.routes.ts';
import { issueRoutes } from './issue.routes.ts';
import { sentenceRoutes } from './sentence.routes.ts';

export { consolidationBook } from './consolidation.events.ts';
export { consolidationFiles } from './consolidation-files.ts';

/** The one report made of many: drafted, edited sentence by sentence, issued. */
export function consolidationRoutes(web: Web, house: House): void {
  drafts.consolidationRoutes(web, house);
  sentenceRoutes(web, house);
  issueRoutes(web, house);
}
