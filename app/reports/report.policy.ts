import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn, type Role, type Viewer } from '#app/platform/viewer.ts';

type Owned = { agencyId: string };

/** Who reads every agency's reports. */
export const overseers: readonly Role[] = ['focal-officer', 'leader', 'administrator', 'inspector'];
const isOverseer = (viewer: Viewer) => hasRole(viewer, ...overseers);

/** Sees every agency's filed reports, not what is still being written. */
export const maySeeBoard = policy(
  'chỉ chuyên viên đầu mối, lãnh đạo, quản trị và thanh tra xem được bảng theo dõi của mọi cơ quan',
  isOverseer,
);

export const mayOpenPeriods = policy(
  'chỉ chuyên viên đầu mối lập chế độ báo cáo và mở kỳ báo cáo',
  (viewer) => hasRole(viewer, 'focal-officer'),
);

export const mayRead = policy<Owned>(
  'chỉ người của cơ quan gửi báo cáo và người điều phối đọc được báo cáo này',
  (viewer, { agencyId }) =>
    isOverseer(viewer) || viewer.memberships.some((held) => held.agencyId === agencyId),
);

/** Sees the report while it is being written. */
export const maySeeDraft = policy<Owned>(
  'chỉ người của cơ quan đó thấy bản đang soạn',
  (viewer, { agencyId }) => viewer.memberships.some((held) => held.agencyId === agencyId),
);

/** The focal officer writes for the body they work in, which has duties of its own. */
export const mayWrite = policy<Owned>(
  'chỉ đầu mối hoặc thủ trưởng của cơ quan đó được soạn và gửi báo cáo của cơ quan',
  (viewer, { agencyId }) => hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'focal-officer'),
);

export const mayDecide = policy('chỉ chuyên viên đầu mối nhận hoặc trả lại báo cáo của cơ quan', (viewer) =>
  hasRole(viewer, 'focal-officer'),
);

/** Asked of the viewer as otherEyes() leaves them: without what the filer holds. */
export const mayAcceptOthers = policy(
  'người gửi báo cáo không tự nhận báo cáo đó; chuyên viên đầu mối khác nhận',
  (viewer) => hasRole(viewer, 'focal-officer'),
);

/** Asked of the viewer as otherEyes() leaves them: without what the one who asked holds. */
export const mayApprove = policy<Owned>(
  'chỉ thủ trưởng của cơ quan duyệt báo cáo, và không phải người đã trình',
  (viewer, { agencyId }) => hasRoleIn(viewer, agencyId, 'agency-head'),
);

export const mayUnlock = policy('chỉ chuyên viên đầu mối khóa kỳ và mở khóa riêng', (viewer) =>
  hasRole(viewer, 'focal-officer'),
);
