import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayInvite = policy('chỉ quản trị mời người vào chương trình', (viewer) =>
  hasRole(viewer, 'administrator'),
);
