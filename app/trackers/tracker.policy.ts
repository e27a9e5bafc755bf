import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayImportTracker = policy(
  'chỉ chuyên viên đầu mối được nhập bảng theo dõi và giao nhiệm vụ từ bảng đó',
  (viewer) => hasRole(viewer, 'focal-officer'),
);
