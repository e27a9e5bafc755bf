import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

/** A backup holds every province of the installation: the province that came first keeps the machine for all. */
export const mayBackUp = policy<{ hostId: string }>(
  'sao lưu gồm dữ liệu của mọi tỉnh trên máy chủ, nên chỉ quản trị của tỉnh chủ trì máy chủ mới xem và chạy',
  (viewer, { hostId }) => viewer.tenantId === hostId && hasRole(viewer, 'administrator'),
);
