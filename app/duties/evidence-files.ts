import type { FileHolder } from '#app/files/index.ts';
import { findDutyOfEvidence } from './progress.store.ts';

/** Evidence is readable to whom its duty is: everybody signed in to the province. */
export const evidenceFiles: FileHolder = {
  findPlace: async (tx, _viewer, fileId) => {
    const duty = await findDutyOfEvidence(tx, fileId);
    return duty ? { address: `/duties/${duty.id}`, name: `Nhiệm vụ ${duty.path}` } : null;
  },
};
