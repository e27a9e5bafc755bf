import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayKeepHolidays = policy('chỉ quản trị mới được sửa lịch nghỉ', (viewer) =>
  hasRole(viewer, 'administrator'),
);
