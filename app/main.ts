import { accountRoutes, signInRulesBook, tidyAccountsJob } from '#app/accounts/index.ts';
import { agenciesInForce, agencyBook, agencyRoutes, groupBook } from '#app/agencies/index.ts';
import { backupBook, backupFigures, backupJob, backupRoutes } from '#app/backup/index.ts';
import {
  askBook,
  consolidationBook,
  consolidationFiles,
  consolidationRoutes,
} from '#app/consolidation/index.ts';
import { commentBook, conversationRoutes, tellFollowersJob } from '#app/conversation/index.ts';
import {
  correspondenceRoutes,
  letterBook,
  letterFiles,
  letterRulesBook,
  withdrawAnsweredJob,
} from '#app/correspondence/index.ts';
import { difficultyRoutes } from '#app/difficulties/index.ts';
import { documentBook, documentFiles, documentRoutes } from '#app/documents/index.ts';
import {
  dutyBook,
  dutyRoutes,
  evidenceFiles,
  foldTalliesJob,
  makeTimesJob,
  resumePausesJob,
  savedViewBook,
} from '#app/duties/index.ts';
import { figuresRoutes } from '#app/figures/index.ts';
import { fileRoutes } from '#app/files/index.ts';
import { homeRoutes } from '#app/home/index.ts';
import {
  checkLedgerJob,
  type LedgerBook,
  ledgerBook,
  ledgerRoutes,
  sealHeadsJob,
} from '#app/ledger/index.ts';
import { mailBook, mailFigures, mailRoutes, sendMailJob } from '#app/mail/index.ts';
import {
  allNoticeRoutes,
  noticeBook,
  sendHooksJob,
  sendNoticesJob,
  sendPushJob,
  tellAsk,
} from '#app/notices/index.ts';
import { calendarBook, officeCalendarRoutes } from '#app/office-calendar/index.ts';
import { allPeopleRoutes, handOverBook, peopleBook, retentionBook, retentionJob } from '#app/people/index.ts';
import type { House } from '#app/platform/house.ts';
import { openWeb, type Web } from '#app/platform/http.ts';
import type { Job } from '#app/platform/jobs.ts';
import type { LogSettings } from '#app/platform/logs.ts';
import { operationRoutes } from '#app/platform/operations.ts';
import { servePages } from '#app/platform/pages.ts';
import {
  isShownByRow,
  makeDueDutiesJob,
  registerBooks,
  registerFeeds,
  registerFiles,
  registerRoutes,
  withRegisters,
} from '#app/registers/index.ts';
import {
  agencyReportBook,
  definitionBook,
  openPeriodsJob,
  periodBook,
  reportFiles,
  reportRoutes,
} from '#app/reports/index.ts';
import { searchRoutes } from '#app/search/index.ts';
import { successionBook, successionRoutes } from '#app/succession/index.ts';
import { trackerRoutes } from '#app/trackers/index.ts';

/** What each concept tells in the ledger. */
export const ledgerBooks: LedgerBook[] = [
  peopleBook,
  handOverBook,
  retentionBook,
  mailBook,
  signInRulesBook,
  documentBook,
  calendarBook,
  agencyBook,
  groupBook,
  dutyBook,
  savedViewBook,
  ...registerBooks,
  definitionBook,
  periodBook,
  agencyReportBook,
  letterBook,
  letterRulesBook,
  consolidationBook,
  askBook,
  successionBook,
  noticeBook,
  commentBook,
  ledgerBook,
  backupBook,
];

/** What the program does by itself; each concept brings its own. */
export const programJobs: Job[] = [
  sealHeadsJob,
  checkLedgerJob(ledgerBooks),
  withdrawAnsweredJob,
  sendNoticesJob,
  tellFollowersJob,
  sendHooksJob,
  sendPushJob(),
  sendMailJob,
  tidyAccountsJob,
  resumePausesJob,
  foldTalliesJob,
  makeTimesJob,
  makeDueDutiesJob,
  openPeriodsJob,
  agenciesInForce,
  backupJob,
  retentionJob,
];

/** The program: every room mounted in the order in which work flows through them. */
export async function openProgram(
  house: House,
  {
    pagesFolder,
    logger,
    proxy,
  }: { pagesFolder?: string; logger?: LogSettings; proxy?: string | undefined } = {},
): Promise<Web> {
  house.isShownByRow = isShownByRow;
  const web = await openWeb({ logger, proxy, origin: house.origin });
  operationRoutes(web, house, [...backupFigures, ...mailFigures]);
  accountRoutes(web, house);
  mailRoutes(web, house);
  documentRoutes(web, house);
  officeCalendarRoutes(web, house);
  dutyRoutes(web, house);
  trackerRoutes(web, house);
  difficultyRoutes(web, house);
  agencyRoutes(web, house);
  registerRoutes(web, house);
  reportRoutes(web, house, registerFeeds);
  correspondenceRoutes(web, house);
  consolidationRoutes(web, house, tellAsk);
  fileRoutes(web, house, [
    documentFiles,
    evidenceFiles,
    registerFiles,
    reportFiles,
    letterFiles,
    consolidationFiles,
  ]);
  successionRoutes(web, house);
  figuresRoutes(web, house);
  allPeopleRoutes(web, house);
  allNoticeRoutes(web, house);
  conversationRoutes(web, house);
  searchRoutes(web, house);
  homeRoutes(web, house);
  ledgerRoutes(web, house, ledgerBooks);
  backupRoutes(web, house);
  web.get('/api/openapi.json', { schema: { hide: true } }, () => withRegisters(web.swagger()));
  if (pagesFolder) await servePages(web, pagesFolder);
  return web;
}
