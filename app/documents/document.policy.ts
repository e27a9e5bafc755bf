import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';
import type { DocumentState } from './document.ts';

export const mayReviewDocuments = policy(
  'chỉ chuyên viên đầu mối hoặc quản trị được nhận văn bản vào và sửa, xác nhận những gì đọc được',
  (viewer) => hasRole(viewer, 'focal-officer', 'administrator'),
);

export const maySeeDocument = policy<{ state: DocumentState }>(
  'văn bản chưa công bố chỉ chuyên viên đầu mối, lãnh đạo, thanh tra và quản trị được xem',
  (viewer, document) =>
    document.state === 'published' ||
    hasRole(viewer, 'focal-officer', 'administrator', 'leader', 'inspector'),
);
