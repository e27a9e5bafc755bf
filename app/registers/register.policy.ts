import { type Policy, policy } from '#app/platform/policy.ts';
import { Problem } from '#app/platform/problem.ts';
import { hasRole, hasRoleIn, type Viewer } from '#app/platform/viewer.ts';
import { isAllowed, type Permission, type Register, type Who } from '#libraries/register/index.ts';

/** Whose row is spoken of. */
export type OfAgency = { agencyId: string };

const rolesAnywhere = ['administrator', 'focal-officer', 'leader', 'inspector'] as const;

/** How the viewer stands to rows of an agency. */
export const standsTo = (viewer: Viewer, { agencyId }: OfAgency): Who[] => [
  ...rolesAnywhere.filter((role) => hasRole(viewer, role)),
  ...(hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'staff', 'focal-officer', 'leader')
    ? (['own-agency'] as const)
    : []),
  ...(hasRoleIn(viewer, agencyId, 'agency-head', 'leader') ? (['own-head'] as const) : []),
];

/** A permission of a declaration as a policy of the program. */
export const policyOf = (permission: Permission): Policy<OfAgency> =>
  policy(permission.sentence[0], (viewer, of) => isAllowed(permission, standsTo(viewer, of)));

/** Rows that the viewer may act on so: all, those of some agencies, or none. */
export function reachOf(permission: Permission, viewer: Viewer): 'all' | string[] {
  if (isAllowed(permission, standsTo(viewer, { agencyId: '' }))) return 'all';
  const agencies = [...new Set(viewer.memberships.map((held) => held.agencyId))];
  return agencies.filter((agencyId) => isAllowed(permission, standsTo(viewer, { agencyId })));
}

/** Rows the viewer may read. @throws Problem 403 when there are none by right */
export function readableReach({ may }: Register, viewer: Viewer): 'all' | string[] {
  const reach = reachOf(may.read, viewer);
  if (isSome(reach)) return reach;
  throw new Problem(403, 'forbidden', `Bạn chưa được phép làm việc này: ${may.read.sentence[0]}.`);
}

export const isSome = (reach: 'all' | string[]): boolean => reach === 'all' || reach.length > 0;

export const maySetRegister = policy(
  'chuyên viên đầu mối hoặc quản trị mới được đặt thời hạn, ngưỡng của sổ, và phải nêu căn cứ',
  (viewer) => hasRole(viewer, 'focal-officer', 'administrator'),
);

export const mayMerge = policy(
  'chuyên viên đầu mối mới được gộp hai dòng hoặc ghi nhận là khác nhau',
  (viewer) => hasRole(viewer, 'focal-officer'),
);
