import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { alikeRoutes } from './alike/alike.routes.ts';
import { amendmentRoutes } from './amendment/amendment.routes.ts';
import { assignmentRoutes } from './assignment.routes.ts';
import { bulkRoutes } from './bulk/bulk.routes.ts';
import { listAndShowRoutes } from './duty.routes.ts';
import { extensionRoutes } from './extension/extension.routes.ts';
import { milestoneRoutes } from './milestone/milestone.routes.ts';
import { publicationRoutes } from './publication.routes.ts';
import { recurrenceRoutes } from './recurrence/recurrence.routes.ts';
import { signalRoutes } from './signal/signal.routes.ts';
import { taskRoutes } from './task/task.routes.ts';
import { exportRoutes } from './views/export.routes.ts';
import { savedViewRoutes } from './views/saved/saved-view.routes.ts';
import { viewRoutes } from './views/views.routes.ts';

export { findAlike, type KnownDuty, listKnownDuties, listMentions } from './alike.store.ts';
export { dutiesAsOf, speakingOf } from './as-of.store.ts';
export { getAssignment, type HeldAssignment, setStandingClock } from './assignment.store.ts';
export { type AssignmentState, assignmentStates } from './assignment.ts';
export { nameDuty } from './bulk/name-duty.ts';
export { carryProgress, standingOfLead } from './carry-progress.ts';
export { changeDuty, nameAgain } from './change-duty.ts';
export { dutyBook } from './duty.events.ts';
export {
  getDuty,
  insertDuty,
  listAssignments,
  type NewAssignment,
  type NewDuty,
  nextPosition,
  refreshDuty,
} from './duty.store.ts';
export { foldTalliesJob, resumePausesJob } from './duty-jobs.ts';
export { evidenceFiles } from './evidence-files.ts';
export { type FollowUp, giveFollowUp, takeBackFollowUp } from './follow-up.ts';
export { cellSql, officeDayOf } from './four-cells.store.ts';
export { type Cell, type CellCounts, cellOf, cells, countCells, type Measured } from './four-cells.ts';
export { giveOut } from './give-out.ts';
export { handOverParts, listPartsOfAgencies, takeBackParts } from './handover.store.ts';
export { decideNames, matchNames } from './printed-agencies.ts';
export {
  type AgencyDuty,
  listDutiesOfAgency,
  listProgress,
  type ProgressEntry,
  type ProgressFilter,
} from './progress.store.ts';
export { countGiven, type Decision, planPublication } from './publication.ts';
export { makeTimesJob } from './recurrence/make-times.ts';
export { startClock, stopClock } from './standing-clock.ts';
export { tellPart } from './tell-part.ts';
export { savedViewBook } from './views/saved/saved-view.events.ts';

/** Publishing, the list of duties, one duty, and what agencies do with their parts. */
export function dutyRoutes(web: Web, house: House): void {
  publicationRoutes(web, house);
  amendmentRoutes(web, house);
  alikeRoutes(web, house);
  listAndShowRoutes(web, house);
  exportRoutes(web, house);
  savedViewRoutes(web, house);
  viewRoutes(web, house);
  assignmentRoutes(web, house);
  extensionRoutes(web, house);
  taskRoutes(web, house);
  recurrenceRoutes(web, house);
  signalRoutes(web, house);
  milestoneRoutes(web, house);
  bulkRoutes(web, house);
}
