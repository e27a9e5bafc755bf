import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import type { AgencyReport } from './agency-report.store.ts';

/** One line of a report's chain in the ledger. */
export const tellReport = (
  tx: Tx,
  at: Date,
  viewer: Pick<Viewer, 'personId'>,
  report: AgencyReport,
  kind: string,
  payload: Record<string, unknown>,
): Promise<void> =>
  appendEvent(tx, at, {
    subjectKind: 'agency-report',
    subjectId: report.id,
    kind,
    actorId: viewer.personId,
    payload: { agency: report.agencyName, periodId: report.periodId, ...payload },
  });
