import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { checkRoutes } from './check.routes.ts';
import { issueRoutes } from './issue.routes.ts';
import { letterRoutes } from './letter.routes.ts';
import { letterRulesRoutes } from './letter-rules.routes.ts';

export { letterBook } from './correspondence.events.ts';
export { draftLadderLetters, freshSteps, type LetterStep } from './ladder-letters.ts';
export { letterFiles } from './letter-files.ts';
export { letterRulesBook } from './letter-rules.events.ts';
export { withdrawAnsweredJob } from './withdraw-answered.ts';

/** Letters of the province's agencies, and the checker of their form. */
export function correspondenceRoutes(web: Web, house: House): void {
  letterRoutes(web, house);
  issueRoutes(web, house);
  letterRulesRoutes(web, house);
  checkRoutes(web, house);
}
