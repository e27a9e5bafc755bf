import type { Tx } from '#app/platform/database.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { tell } from '../consolidation.routes.ts';
import type { Consolidation } from '../consolidation.store.ts';
import { rewriteFigures } from '../totals/totals-today.ts';
import { type KeptFinding, setDecision } from './finding.store.ts';

/** A decision is taken back so that the finding can be decided anew; totals follow. The draft has to be held. */
export async function reopenKept(
  tx: Tx,
  viewer: Viewer,
  draft: Consolidation,
  finding: KeptFinding,
  at: Date,
): Promise<void> {
  await setDecision(tx, finding.id, null);
  await rewriteFigures(tx, draft);
  const payload = { findingId: finding.id, subject: finding.subject, before: finding.decision };
  await tell(tx, at, viewer, draft.id, 'consolidation.finding-reopened', payload);
}
