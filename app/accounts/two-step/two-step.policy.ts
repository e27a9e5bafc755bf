import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

/** Four eyes: nobody takes their own second step away without a code. */
export const mayResetTwoStep = policy<{ personId: string }>(
  'quản trị đặt lại đăng nhập hai bước cho người khác, không phải cho chính mình',
  (viewer, { personId }) => hasRole(viewer, 'administrator') && viewer.personId !== personId,
);

export const maySeeTwoStep = policy('chỉ quản trị xem ai đã bật đăng nhập hai bước', (viewer) =>
  hasRole(viewer, 'administrator'),
);
