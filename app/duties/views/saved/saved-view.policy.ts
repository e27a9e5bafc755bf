import { policy } from '#app/platform/policy.ts';
import { agenciesOf, hasRole } from '#app/platform/viewer.ts';
import type { Sharing } from './saved-view.contract.ts';

type Shared = { sharedWith: Sharing; agencyId: string | null };

export const mayShareView = policy<Shared>(
  'người của một cơ quan chia sẻ với cơ quan mình; chia sẻ với toàn tỉnh là việc của chuyên viên đầu mối, lãnh đạo hoặc quản trị',
  (viewer, { sharedWith, agencyId }) => {
    if (sharedWith === 'nobody') return true;
    if (sharedWith === 'agency') return agencyId !== null && agenciesOf(viewer).includes(agencyId);
    return hasRole(viewer, 'focal-officer', 'leader', 'administrator');
  },
);

export const mayReadView = policy<Shared & { ownerId: string }>(
  'cách xem này không được chia sẻ với bạn',
  (viewer, { ownerId, sharedWith, agencyId }) =>
    viewer.personId === ownerId ||
    sharedWith === 'province' ||
    (sharedWith === 'agency' && agenciesOf(viewer).includes(agencyId ?? '')),
);

export const mayChangeView = policy<{ ownerId: string }>(
  'chỉ người đã lưu cách xem này mới đổi hoặc xóa nó',
  (viewer, { ownerId }) => viewer.personId === ownerId,
);
