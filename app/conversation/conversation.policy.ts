import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn } from '#app/platform/viewer.ts';

/** `agencyIds`: who has a part in the work; `isNamed`: somebody has named the viewer there. */
export const mayWriteOnDuty = policy<{ agencyIds: readonly string[]; isNamed: boolean }>(
  'người của cơ quan có phần trong nhiệm vụ, chuyên viên đầu mối, lãnh đạo và người được nhắc tên mới trao đổi ở đây',
  (viewer, { agencyIds, isNamed }) =>
    isNamed ||
    hasRole(viewer, 'focal-officer', 'leader') ||
    agencyIds.some((id) => hasRoleIn(viewer, id, 'agency-focal', 'agency-head', 'staff')),
);

export const mayChangeComment = policy<{ authorId: string }>(
  'chỉ người viết mới sửa hoặc xóa ý kiến của mình',
  (viewer, { authorId }) => viewer.personId === authorId,
);
