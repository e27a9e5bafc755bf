import type { FileHolder } from '#app/files/index.ts';
import { mayReadConsolidations } from './consolidation.policy.ts';
import { findConsolidationOfFile } from './consolidation.store.ts';

/** A report as issued: readable to whom the consolidated reports are. */
export const consolidationFiles: FileHolder = {
  findPlace: async (tx, viewer, fileId) => {
    if (!mayReadConsolidations.allows(viewer, undefined)) return null;
    const found = await findConsolidationOfFile(tx, fileId);
    return found ? { address: `/consolidation/${found.id}`, name: found.letter.title } : null;
  },
};
