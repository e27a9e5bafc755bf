import type { FileHolder } from '#app/files/index.ts';
import { listPointingAt } from './link.store.ts';
import { policyOf } from './register.policy.ts';
import { pageOfRow } from './tell-duties.ts';

/** A file of a row is readable to whom the row is. */
export const registerFiles: FileHolder = {
  findPlace: async (tx, viewer, fileId) => {
    const found = (await listPointingAt(tx, 'file', fileId)).find(({ register, agencyId }) =>
      policyOf(register.may.read).allows(viewer, { agencyId }),
    );
    return found
      ? {
          address: pageOfRow(found.register.name, found.id),
          name: `${found.register.said[0]}: ${found.title}`,
        }
      : null;
  },
};
