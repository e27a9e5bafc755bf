import { policy } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mayChangeGiven = policy(
  'chỉ chuyên viên đầu mối hoặc lãnh đạo mới đổi hạn hay cơ quan phối hợp của nhiệm vụ đã giao',
  (viewer) => hasRole(viewer, 'focal-officer', 'leader'),
);

export const mayTakeBackBatch = policy<{ personId: string }>(
  'ai làm thì người đó hoàn tác cả loạt; việc của người khác thì hoàn tác từng dòng trong nhật ký',
  (viewer, { personId }) => viewer.personId === personId,
);
