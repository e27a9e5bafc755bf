import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn } from '#app/platform/viewer.ts';

type Parted = { personId: string; agencyId: string };

export const mayPrepare = policy<Parted>(
  'chính người rời vị trí, thủ trưởng của cơ quan đó hoặc quản trị mới lập bàn giao',
  (viewer, { personId, agencyId }) =>
    viewer.personId === personId ||
    hasRole(viewer, 'administrator') ||
    hasRoleIn(viewer, agencyId, 'agency-head'),
);

export const mayReadHandOver = policy<Parted & { successors: readonly string[] }>(
  'chỉ người giao, người nhận, thủ trưởng của cơ quan đó, quản trị và thanh tra xem được bàn giao',
  (viewer, one) =>
    one.successors.includes(viewer.personId) ||
    hasRole(viewer, 'inspector') ||
    mayPrepare.allows(viewer, one),
);

/** Two persons: who gives or prepared it does not receive it. */
export const mayReceive = policy<{ personId: string; preparedBy: string; successors: readonly string[] }>(
  'chỉ người nhận được chọn mới xác nhận đã nhận; người giao và người lập không tự nhận',
  (viewer, { personId, preparedBy, successors }) =>
    successors.includes(viewer.personId) && viewer.personId !== personId && viewer.personId !== preparedBy,
);
