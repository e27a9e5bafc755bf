import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn, type Role, type Viewer } from '#app/platform/viewer.ts';

/** A person as policies see them: the roles they hold now or will hold. */
export type Standing = { personId: string; roles: readonly { agencyId: string; role: Role }[] };
export type Grant = { personId: string | null; agencyId: string; role: Role };

/** Roles that an agency gives to its own people; all others are given by an administrator. */
const rolesOfAgency: readonly Role[] = ['agency-focal', 'staff'];

const headsAll = (viewer: Viewer, { roles }: Standing) =>
  roles.length > 0 &&
  roles.every(
    ({ agencyId, role }) => rolesOfAgency.includes(role) && hasRoleIn(viewer, agencyId, 'agency-head'),
  );

export const mayOpenRegister = policy(
  'chỉ quản trị, thanh tra, và thủ trưởng hoặc đầu mối cơ quan (với người của cơ quan mình) xem được danh sách người dùng',
  (viewer) => hasRole(viewer, 'administrator', 'inspector', 'agency-head', 'agency-focal'),
);

/** Sees people of every agency, not of their own only. */
export const seesAllAgencies = (viewer: Viewer): boolean => hasRole(viewer, 'administrator', 'inspector');

export const maySeePerson = policy<Standing>(
  'chỉ chính người đó, thủ trưởng và đầu mối cùng cơ quan, quản trị và thanh tra xem được trang này',
  (viewer, person) =>
    viewer.personId === person.personId ||
    seesAllAgencies(viewer) ||
    person.roles.some(({ agencyId }) => hasRoleIn(viewer, agencyId, 'agency-head', 'agency-focal')),
);

/** Four eyes: a role is given and taken by somebody else. */
export const mayGrant = policy<Grant>(
  'quản trị cấp mọi vai trò, thủ trưởng cấp vai trò đầu mối và chuyên viên, đầu mối cấp vai trò chuyên viên của cơ quan mình; không ai tự cấp hay tự bỏ vai trò của mình',
  (viewer, { personId, agencyId, role }) =>
    viewer.personId !== personId &&
    (hasRole(viewer, 'administrator') ||
      (rolesOfAgency.includes(role) && hasRoleIn(viewer, agencyId, 'agency-head')) ||
      (role === 'staff' && hasRoleIn(viewer, agencyId, 'agency-focal'))),
);

export const mayCorrect = policy<Standing>(
  'quản trị, hoặc thủ trưởng của người chỉ giữ vai trò đầu mối, chuyên viên của cơ quan đó, mới sửa họ tên và chức vụ',
  (viewer, person) => hasRole(viewer, 'administrator') || headsAll(viewer, person),
);

/** The address is what one signs in with: who changes it could take the account over. */
export const mayChangeEmail = policy<Standing>(
  'chỉ quản trị đổi thư điện tử đăng nhập, và không đổi của chính mình',
  (viewer, { personId }) => hasRole(viewer, 'administrator') && viewer.personId !== personId,
);

export const mayInvite = policy<Standing>(
  'quản trị mời mọi người, thủ trưởng mời đầu mối và chuyên viên của cơ quan mình; không tự mời mình',
  (viewer, person) =>
    viewer.personId !== person.personId && (hasRole(viewer, 'administrator') || headsAll(viewer, person)),
);

export const mayEndWork = policy<Standing>(
  'quản trị, hoặc thủ trưởng của người chỉ giữ vai trò đầu mối, chuyên viên của cơ quan đó, ghi người đó thôi việc; không ai tự ghi cho mình',
  (viewer, person) =>
    viewer.personId !== person.personId && (hasRole(viewer, 'administrator') || headsAll(viewer, person)),
);

export const maySetAbsence = policy<{ personId: string; agencyId: string }>(
  'chính người vắng mặt, thủ trưởng của cơ quan đó hoặc quản trị mới đặt người thay',
  (viewer, { personId, agencyId }) =>
    viewer.personId === personId ||
    hasRole(viewer, 'administrator') ||
    hasRoleIn(viewer, agencyId, 'agency-head'),
);

/** The roles a viewer may give in an agency, for the choice on the page. */
export const grantableRoles = (viewer: Viewer, roles: readonly Role[], agencyId: string): Role[] =>
  roles.filter((role) => mayGrant.allows(viewer, { personId: null, agencyId, role }));
