import { expect, test } from 'vitest';
import { mayReadDifficulty } from '#app/difficulties/difficulty.policy.ts';
import { maySeeDocument } from '#app/documents/document.policy.ts';
import { maySeePerson } from '#app/people/people.policy.ts';
import { roles, type Viewer } from '#app/platform/viewer.ts';
import { mayRead } from '#app/reports/report.policy.ts';
import { scopeOf } from './scope.ts';

const viewerWith = (role: Viewer['memberships'][number]['role']): Viewer => ({
  tenantId: 't',
  tenantName: 'Tỉnh',
  personId: 'me',
  name: 'Tôi',
  email: 'toi@example.vn',
  memberships: [{ agencyId: 'own', agencyName: 'Sở', role }],
});
const finds = (viewer: Viewer, kind: Parameters<typeof scopeOf>[1], readers: string[]) => {
  const scope = scopeOf(viewer, kind);
  return scope.all || readers.some((one) => scope.readers.includes(one));
};

test.each(roles)('what is found by %s is what the policies let them read', (role) => {
  const viewer = viewerWith(role);
  for (const agencyId of ['own', 'other']) {
    expect(finds(viewer, 'report', [agencyId])).toBe(mayRead.allows(viewer, { agencyId }));
    const raised = { raisedById: 'x', level: 'focal' as const };
    for (const authorityId of [null, 'own'])
      expect(finds(viewer, 'difficulty', [agencyId, ...(authorityId ? [authorityId] : [])])).toBe(
        mayReadDifficulty.allows(viewer, { ...raised, agencyId, authorityId }),
      );
    for (const personId of ['me', 'else'])
      expect(finds(viewer, 'person', [agencyId, personId])).toBe(
        maySeePerson.allows(viewer, { personId, roles: [{ agencyId, role: 'staff' }] }),
      );
  }
  expect(finds(viewer, 'document', [])).toBe(maySeeDocument.allows(viewer, { state: 'draft' }));
});
