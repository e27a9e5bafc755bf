import { agenciesOf, type Viewer } from '#app/platform/viewer.ts';
import type { DutyFilterAsked } from './duty.contract.ts';
import type { DutyFilter } from './duty-list.store.ts';

/** What an address asks for, as the store understands it. */
export const filterAsked = (
  { whose, agency, document, ...filter }: DutyFilterAsked,
  viewer: Viewer,
): DutyFilter => ({
  ...filter,
  documentId: document,
  agencyIds: agency ? [agency] : whose === 'mine' ? agenciesOf(viewer) : undefined,
});
