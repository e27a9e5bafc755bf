import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn } from '#app/platform/viewer.ts';

export const mayKeepPersonalData = policy(
  'chỉ quản trị và lãnh đạo xem và giải quyết yêu cầu về dữ liệu cá nhân',
  (viewer) => hasRole(viewer, 'administrator', 'leader'),
);

/** Four eyes: whoever asked never decides, not even as administrator. */
export const mayDecideRequest = policy<{ personId: string }>(
  'quản trị hoặc lãnh đạo quyết định, và không ai quyết định yêu cầu của chính mình',
  (viewer, { personId }) => mayKeepPersonalData.allows(viewer) && viewer.personId !== personId,
);

export const mayReadContact = policy<{ personId: string; agencyIds: readonly string[] }>(
  'chỉ chính người đó, quản trị, hoặc thủ trưởng của cơ quan người đó xem liên hệ riêng, kèm lý do',
  (viewer, { personId, agencyIds }) =>
    viewer.personId === personId ||
    hasRole(viewer, 'administrator') ||
    agencyIds.some((id) => hasRoleIn(viewer, id, 'agency-head')),
);
