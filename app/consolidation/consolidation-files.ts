import type { FileHolder } from '#app/files/index.ts';
import { mayReadConsolidations } from './consolidation.policy.ts';
import { findConsolidationOfFile, getConsolidation } from './consolidation.store.ts';
import { findSigned } from './out/out.store.ts';

/** A report as issued and its signed copies: readable to whom the consolidated reports are. */
export const consolidationFiles: FileHolder = {
  findPlace: async (tx, viewer, fileId) => {
    if (!mayReadConsolidations.allows(viewer, undefined)) return null;
    const signed = await findSigned(tx, fileId);
    const found = signed ? await getConsolidation(tx, signed) : await findConsolidationOfFile(tx, fileId);
    return found ? { address: `/consolidation/${found.id}`, name: found.letter.title } : null;
  },
};
