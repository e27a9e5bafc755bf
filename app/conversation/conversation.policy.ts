import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn, type Viewer } from '#app/platform/viewer.ts';

/** `agencyIds`: who has a part in the work; `isNamed`: somebody has named the viewer there. */
type Talk = { agencyIds: readonly string[]; isNamed: boolean };

const mayTalk = (viewer: Viewer, { agencyIds, isNamed }: Talk): boolean =>
  isNamed ||
  hasRole(viewer, 'focal-officer', 'leader') ||
  agencyIds.some((id) => hasRoleIn(viewer, id, 'agency-focal', 'agency-head', 'staff'));

export const mayWriteOnDuty = policy<Talk>(
  'người của cơ quan có phần trong nhiệm vụ, chuyên viên đầu mối, lãnh đạo và người được nhắc tên mới trao đổi ở đây',
  mayTalk,
);

export const mayWriteOnConsolidation = policy<Talk>(
  'chuyên viên đầu mối, lãnh đạo và người đọc được báo cáo tổng hợp mà được nhắc tên mới trao đổi ở đây',
  mayTalk,
);

export const mayWriteOnReport = policy<Talk>(
  'người của cơ quan viết báo cáo, chuyên viên đầu mối, lãnh đạo và người đọc được báo cáo mà được nhắc tên mới trao đổi ở đây',
  mayTalk,
);

export const mayChangeComment = policy<{ authorId: string }>(
  'chỉ người viết mới sửa hoặc xóa ý kiến của mình',
  (viewer, { authorId }) => viewer.personId === authorId,
);
