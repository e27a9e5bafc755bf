import type { FileHolder } from '#app/files/index.ts';
import { mayReadLetter } from './correspondence.policy.ts';
import { findLetterOfFile } from './letter.store.ts';

/** A letter as it was numbered: readable to whom the letter is. */
export const letterFiles: FileHolder = {
  findPlace: async (tx, viewer, fileId) => {
    const found = await findLetterOfFile(tx, fileId);
    if (!found || !mayReadLetter.allows(viewer, found)) return null;
    return { address: `/letters/${found.id}`, name: found.content.title };
  },
};
