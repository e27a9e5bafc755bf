import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayKeepOutbox = policy('chỉ quản trị xem và trao thư gửi đi', (viewer) =>
  hasRole(viewer, 'administrator'),
);
