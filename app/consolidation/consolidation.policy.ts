import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayReadConsolidations = policy(
  'chỉ chuyên viên đầu mối, lãnh đạo, quản trị và thanh tra xem được báo cáo tổng hợp',
  (viewer) => hasRole(viewer, 'focal-officer', 'leader', 'administrator', 'inspector'),
);

export const mayEditConsolidations = policy(
  'chỉ chuyên viên đầu mối lập, sửa và ban hành báo cáo tổng hợp',
  (viewer) => hasRole(viewer, 'focal-officer'),
);
