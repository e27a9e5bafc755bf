import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayReadRegister = policy('mọi người đã đăng nhập đều được xem danh mục cơ quan', () => true);

export const mayKeepRegister = policy(
  'chuyên viên đầu mối hoặc quản trị mới được thêm, sửa cơ quan và tên gọi trong danh mục',
  (viewer) => hasRole(viewer, 'focal-officer', 'administrator'),
);
