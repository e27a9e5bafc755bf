import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const maySetSignInRules = policy('chỉ quản trị đặt cách đăng nhập của tỉnh', (viewer) =>
  hasRole(viewer, 'administrator'),
);
