import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn, type Viewer } from '#app/platform/viewer.ts';
import type { DifficultyRelation, Level } from './difficulty.ts';

type Raised = { agencyId: string; raisedById: string; level: Level; authorityId: string | null };

const worksIn = (viewer: Viewer, agencyId: string) =>
  hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'staff', 'focal-officer', 'leader');
const oversees = (viewer: Viewer) => hasRole(viewer, 'focal-officer', 'leader', 'administrator', 'inspector');

export const mayRaise = policy<{ agencyId: string }>(
  'chỉ người của cơ quan được giao mới nêu khó khăn, vướng mắc của cơ quan mình',
  (viewer, { agencyId }) => worksIn(viewer, agencyId),
);

export const mayReadDifficulty = policy<Raised>(
  'khó khăn, vướng mắc chỉ mở cho cơ quan nêu, cơ quan trả lời và những người theo dõi chung',
  (viewer, raised) =>
    oversees(viewer) ||
    worksIn(viewer, raised.agencyId) ||
    (raised.authorityId !== null && worksIn(viewer, raised.authorityId)),
);

export const mayAnswer = policy<Raised>(
  'khó khăn, vướng mắc do đúng cấp đang giữ trả lời, và không ai tự trả lời điều mình nêu',
  (viewer, raised) =>
    viewer.personId !== raised.raisedById &&
    ((raised.level === 'focal' && hasRole(viewer, 'focal-officer') && !worksIn(viewer, raised.agencyId)) ||
      // What the focal agency itself meets is answered one step up.
      (raised.level !== 'authority' && hasRole(viewer, 'leader')) ||
      (raised.level === 'authority' &&
        hasRoleIn(
          viewer,
          raised.authorityId ?? '',
          'agency-focal',
          'agency-head',
          'focal-officer',
          'leader',
        ))),
);

export const mayTakeBack = policy<Raised>(
  'chỉ cơ quan đã nêu mới rút lại khó khăn, vướng mắc',
  (viewer, raised) => mayRaise.allows(viewer, raised),
);

export const maySeeDifficultyFigures = policy(
  'số liệu khó khăn, vướng mắc chỉ mở cho những người theo dõi chung',
  oversees,
);

export const relationsToDifficulty = (viewer: Viewer, raised: Raised): DifficultyRelation[] => [
  ...(mayAnswer.allows(viewer, raised) ? (['answerer'] as const) : []),
  ...(mayTakeBack.allows(viewer, raised) ? (['raiser'] as const) : []),
];
