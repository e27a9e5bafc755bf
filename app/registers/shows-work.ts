import type { House } from '#app/platform/house.ts';
import { listPointingAt } from './link.store.ts';

/** A row of the agency that is linked to a duty shows its work on it; removed and merged rows do not. */
export const isShownByRow: NonNullable<House['isShownByRow']> = async (tx, { dutyId, agencyId }) =>
  (await listPointingAt(tx, 'duty', dutyId)).some((row) => row.agencyId === agencyId);
