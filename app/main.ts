import { accountRoutes, personBook } from '#app/accounts/index.ts';
import { agenciesInForce, agencyBook, agencyRoutes } from '#app/agencies/index.ts';
import { consolidationBook, consolidationRoutes } from '#app/consolidation/index.ts';
import { documentBook, documentRoutes } from '#app/documents/index.ts';
import { dutyBook, dutyRoutes, resumePausesJob } from '#app/duties/index.ts';
import { figuresRoutes } from '#app/figures/index.ts';
import { homeRoutes } from '#app/home/index.ts';
import { ledgerRoutes } from '#app/ledger/index.ts';
import { mailBook, mailRoutes, sendMailJob } from '#app/mail/index.ts';
import type { House } from '#app/platform/house.ts';
import { openWeb, type Web } from '#app/platform/http.ts';
import type { Job } from '#app/platform/jobs.ts';
import { servePages } from '#app/platform/pages.ts';
import { agencyReportBook, definitionBook, periodBook, reportRoutes } from '#app/reports/index.ts';

/** What the program does by itself; each concept brings its own. */
export const programJobs: Job[] = [sendMailJob, resumePausesJob, agenciesInForce];

/** The program: every room mounted in the order in which work flows through them. */
export async function openProgram(
  house: House,
  { pagesFolder, logger = false }: { pagesFolder?: string; logger?: boolean } = {},
): Promise<Web> {
  const web = await openWeb({ logger });
  accountRoutes(web, house);
  mailRoutes(web, house);
  documentRoutes(web, house);
  dutyRoutes(web, house);
  agencyRoutes(web, house);
  reportRoutes(web, house);
  consolidationRoutes(web, house);
  figuresRoutes(web, house);
  homeRoutes(web, house);
  ledgerRoutes(web, house, [
    personBook,
    mailBook,
    documentBook,
    agencyBook,
    dutyBook,
    definitionBook,
    periodBook,
    agencyReportBook,
    consolidationBook,
  ]);
  web.get('/api/openapi.json', { schema: { hide: true } }, () => web.swagger());
  web.get('/healthz', { schema: { hide: true } }, () => ({ ok: true }));
  if (pagesFolder) await servePages(web, pagesFolder);
  return web;
}
