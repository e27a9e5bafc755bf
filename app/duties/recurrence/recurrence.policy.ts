import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const maySetRhythm = policy(
  'chỉ chuyên viên đầu mối hoặc lãnh đạo mới đặt hoặc đổi kỳ của một nhiệm vụ',
  (viewer) => hasRole(viewer, 'focal-officer', 'leader'),
);
