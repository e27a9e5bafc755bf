import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayBackUp = policy('chỉ quản trị mới xem và chạy sao lưu', (viewer) =>
  hasRole(viewer, 'administrator'),
);
