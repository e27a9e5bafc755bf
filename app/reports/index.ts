import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { agencyReportRoutes } from './agency-report.routes.ts';
import { approvalRoutes } from './approval.routes.ts';
import { definitionRoutes } from './definition.routes.ts';
import { type ReportFeeds, withOwnFeeds } from './feeds.ts';
import { linkRoutes } from './links/link.routes.ts';
import { threeQuestionRoutes } from './links/three-questions.routes.ts';
import { periodRoutes } from './period.routes.ts';
import { regimeRoutes } from './regime.routes.ts';
import { reportFileRoutes } from './report-files.routes.ts';
import { seasonRoutes } from './season.routes.ts';

export {
  type FiledReport,
  findFiling,
  getAgencyReport,
  listFiledReports,
  listOwedReports,
} from './agency-report.store.ts';
export { addVersion, type Definition, listDefinitions } from './definition.store.ts';
export { planLabel } from './definition-of-plan.ts';
export type { Asked, Computed, ComputedFigure, RegisterRows, ReportFeeds, ToldRow } from './feeds.ts';
export { dutyFigures } from './figures/duty-figures.ts';
export {
  type HandedReport,
  handOverReport,
  listReportsOfAgencies,
  type ReportPlace,
  replaceDraft,
  takeBackReport,
} from './handover.store.ts';
export type { Counted, Indicator, IndicatorValue } from './indicator.contract.ts';
export { type Mark, pointLabels, rebaseMarks, stretches, tidyMarks } from './marks.ts';
export { openPeriodsJob } from './open-by-calendar.ts';
export { tellsOfDuties } from './outline-of-plan.ts';
export { type BoardRow, getPeriod, listBoard, listPeriods, type Period } from './period.store.ts';
export { listDutiesById } from './plan.store.ts';
export { agencyReportBook, definitionBook, periodBook } from './report.events.ts';
export { mayRead as mayReadReport, overseers } from './report.policy.ts';
export { asSentence, type Letter, type Paragraph, type Slot, tidy } from './report.ts';
export { reportFiles } from './report-files.routes.ts';

/**
 * Definitions of reports, periods, and the reports of agencies. `more`: figures and register rows that rooms
 * downstream bring (app/main.ts), beside those of duties.
 */
export function reportRoutes(web: Web, house: House, more: Partial<ReportFeeds> = {}): void {
  const feeds = withOwnFeeds(more);
  definitionRoutes(web, house);
  regimeRoutes(web, house, feeds);
  seasonRoutes(web, house);
  periodRoutes(web, house);
  agencyReportRoutes(web, house, feeds);
  approvalRoutes(web, house, feeds);
  reportFileRoutes(web, house);
  linkRoutes(web, house, feeds);
  threeQuestionRoutes(web, house);
}
