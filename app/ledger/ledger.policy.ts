import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayReadWholeLedger = policy('chỉ thanh tra và quản trị mới xem nhật ký của cả tỉnh', (viewer) =>
  hasRole(viewer, 'inspector', 'administrator'),
);
export const mayCheckLedger = policy(
  'chỉ thanh tra và quản trị mới kiểm tra và lập bản chứng minh nhật ký',
  (viewer) => hasRole(viewer, 'inspector', 'administrator'),
);
