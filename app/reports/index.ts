import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { agencyReportRoutes } from './agency-report.routes.ts';
import { definitionRoutes } from './definition.routes.ts';
import { periodRoutes } from './period.routes.ts';

export {
  type FiledReport,
  findFiling,
  listFiledReports,
} from './agency-report.store.ts';
export { addVersion, type Definition, listDefinitions } from './definition.store.ts';
export { planLabel } from './definition-of-plan.ts';
export {
  type HandedReport,
  handOverReport,
  listReportsOfAgencies,
  type ReportPlace,
  replaceDraft,
  takeBackReport,
} from './handover.store.ts';
export { type BoardRow, getPeriod, listBoard, listPeriods, type Period } from './period.store.ts';
export { listDutiesById } from './plan.store.ts';
export { agencyReportBook, definitionBook, periodBook } from './report.events.ts';
export { asSentence, type Letter, type Paragraph, type Slot, tidy } from './report.ts';

/** Definitions of reports, periods, and the reports of agencies. */
export function reportRoutes(web: Web, house: House): void {
  definitionRoutes(web, house);
  periodRoutes(web, house);
  agencyReportRoutes(web, house);
}
