import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayChangeOrganisation = policy(
  'chỉ quản trị soạn, áp dụng và hoàn tác thay đổi tổ chức, có căn cứ pháp lý',
  (viewer) => hasRole(viewer, 'administrator'),
);

/** The preview names people and duties of several agencies. */
export const maySeeChanges = policy(
  'quản trị, chuyên viên đầu mối, lãnh đạo và thanh tra mới xem được thay đổi tổ chức',
  (viewer) => hasRole(viewer, 'administrator', 'focal-officer', 'leader', 'inspector'),
);
