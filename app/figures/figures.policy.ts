import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

/** Others see the figures of their own agencies. */
export const maySeeAllFigures = policy(
  'chuyên viên đầu mối, lãnh đạo, quản trị và thanh tra mới xem số liệu của mọi cơ quan',
  (viewer) => hasRole(viewer, 'focal-officer', 'leader', 'administrator', 'inspector'),
);
