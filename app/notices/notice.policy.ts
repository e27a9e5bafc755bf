import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn } from '#app/platform/viewer.ts';

export const mayKeepLadder = policy('chỉ quản trị và chuyên viên đầu mối mới đặt thang nhắc việc', (viewer) =>
  hasRole(viewer, 'administrator', 'focal-officer'),
);

export const mayTryLadder = policy(
  'chỉ quản trị, chuyên viên đầu mối, lãnh đạo và thanh tra xem được ai sẽ được nhắc việc gì',
  (viewer) => hasRole(viewer, 'administrator', 'focal-officer', 'leader', 'inspector'),
);

export const mayRemind = policy('chỉ chuyên viên đầu mối hoặc lãnh đạo mới nhắc việc các cơ quan', (viewer) =>
  hasRole(viewer, 'focal-officer', 'leader'),
);

/** Proof of delivery is for those who follow the work up, and for the head and focal person of the agency itself. */
export const maySeeReceipts = policy<{ agencyIds: readonly string[] }>(
  'chỉ người theo dõi chung và đầu mối, thủ trưởng của cơ quan được giao xem ai đã được nhắc',
  (viewer, { agencyIds }) =>
    hasRole(viewer, 'focal-officer', 'leader', 'inspector', 'administrator') ||
    agencyIds.some((id) => hasRoleIn(viewer, id, 'agency-focal', 'agency-head')),
);

/** `agencyId` null: one's own calendar. */
export const mayMakeFeed = policy<{ agencyId: string | null }>(
  'chỉ đầu mối, thủ trưởng của cơ quan mới tạo liên kết lịch của cơ quan đó',
  (viewer, { agencyId }) =>
    !agencyId || hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'focal-officer', 'leader'),
);

export const mayKeepFeed = policy<{ personId: string; agencyId: string | null }>(
  'chỉ người tạo, hoặc đầu mối, thủ trưởng của cơ quan đó mới thu hồi liên kết lịch',
  (viewer, { personId, agencyId }) =>
    personId === viewer.personId || (agencyId !== null && mayMakeFeed.allows(viewer, { agencyId })),
);

export const mayKeepHooks = policy('chỉ quản trị mới nối hệ thống ngoài', (viewer) =>
  hasRole(viewer, 'administrator'),
);

export const mayRetryDevice = policy<{ personId: string }>(
  'chỉ chủ thiết bị hoặc quản trị mới gửi lại cho thiết bị đó',
  (viewer, { personId }) => personId === viewer.personId || mayKeepHooks.allows(viewer, undefined),
);
