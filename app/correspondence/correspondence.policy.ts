import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn, type Viewer } from '#app/platform/viewer.ts';
import type { LetterState } from './letter.ts';

type Letter = { issuerId: string; state: LetterState; agencyIds: readonly string[] };

export const mayWriteLetters = policy('chỉ chuyên viên đầu mối hoặc lãnh đạo mới soạn văn bản đi', (viewer) =>
  hasRole(viewer, 'focal-officer', 'leader'),
);

export const mayEditLetter = policy<Pick<Letter, 'issuerId'>>(
  'chỉ chuyên viên đầu mối hoặc lãnh đạo của cơ quan ban hành mới sửa, cấp số và gửi văn bản',
  (viewer, { issuerId }) => hasRoleIn(viewer, issuerId, 'focal-officer', 'leader'),
);

export const mayReadLetter = policy<Letter>(
  'dự thảo chỉ mở cho những người theo dõi chung; cơ quan nhận đọc được khi văn bản đã gửi',
  (viewer, letter) =>
    hasRole(viewer, 'focal-officer', 'leader', 'administrator', 'inspector') ||
    (letter.state === 'sent' && letter.agencyIds.some((id) => worksIn(viewer, id))),
);

const worksIn = (viewer: Viewer, agencyId: string) =>
  hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'staff');

/** The agency whose letters the viewer writes. */
export const issuerOf = (viewer: Viewer): string | undefined =>
  viewer.memberships.find(({ role }) => role === 'focal-officer' || role === 'leader')?.agencyId;
