import { policy } from '#app/platform/policy.ts';
import { hasRole, type Role } from '#app/platform/viewer.ts';

/** Who reads consolidated reports, and what is said about them. */
export const consolidationReaders: readonly Role[] = [
  'focal-officer',
  'leader',
  'administrator',
  'inspector',
];

export const mayReadConsolidations = policy(
  'chỉ chuyên viên đầu mối, lãnh đạo, quản trị và thanh tra xem được báo cáo tổng hợp',
  (viewer) => hasRole(viewer, ...consolidationReaders),
);

export const mayEditConsolidations = policy(
  'chỉ chuyên viên đầu mối lập, sửa và ban hành báo cáo tổng hợp',
  (viewer) => hasRole(viewer, 'focal-officer'),
);
