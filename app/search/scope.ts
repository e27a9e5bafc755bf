import { agenciesOf, hasRole, type Viewer } from '#app/platform/viewer.ts';
import type { SearchKind } from './search.contract.ts';

/** Whose entries of a kind a viewer finds: all, or those that one of these agencies or people may read. */
export type Scope = { all: boolean; readers: string[] };

/**
 * The reading rules of documents, reports, difficulties and people, as the table of entries can ask them;
 * scope.test.ts holds them against the policies of those concepts.
 */
export function scopeOf(viewer: Viewer, kind: SearchKind): Scope {
  const oversees = hasRole(viewer, 'focal-officer', 'leader', 'administrator', 'inspector');
  // Of registers only those that everybody reads are followed at all.
  if (kind === 'duty' || kind === 'agency' || kind === 'row') return { all: true, readers: [] };
  if (kind === 'document') return { all: oversees, readers: [] };
  if (kind === 'person')
    return {
      all: hasRole(viewer, 'administrator', 'inspector'),
      readers: [viewer.personId, ...headed(viewer)],
    };
  return { all: oversees, readers: agenciesOf(viewer) };
}

const headed = ({ memberships }: Viewer): string[] =>
  memberships
    .filter(({ role }) => role === 'agency-head' || role === 'agency-focal')
    .map(({ agencyId }) => agencyId);
