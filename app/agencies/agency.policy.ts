import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayKeepRegister = policy(
  'chuyên viên đầu mối hoặc quản trị mới được thêm cơ quan và tên gọi vào danh mục',
  (viewer) => hasRole(viewer, 'focal-officer', 'administrator'),
);
