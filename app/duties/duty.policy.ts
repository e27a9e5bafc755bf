import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn, type Viewer } from '#app/platform/viewer.ts';
import { type AssignmentAction, type AssignmentState, actionsFor, type Relation } from './assignment.ts';

type Assigned = { agencyId: string };

const worksIn = (viewer: Viewer, agencyId: string) =>
  hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'staff', 'focal-officer', 'leader');

/** How a viewer stands to one agency's part. Nobody confirms the work of their own agency, except a leader. */
export function relationsTo(viewer: Viewer, { agencyId }: Assigned): Relation[] {
  const relations: Relation[] = ['reader'];
  if (worksIn(viewer, agencyId)) relations.push('agency');
  if (hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'focal-officer'))
    relations.push('agency-lead');
  if (hasRole(viewer, 'leader') || (hasRole(viewer, 'focal-officer') && !worksIn(viewer, agencyId)))
    relations.push('confirmer');
  return relations;
}

type Acting = Assigned & { action: AssignmentAction };
const anyState: AssignmentState[] = [
  'assigned',
  'received',
  'in-progress',
  'awaiting-confirmation',
  'completed',
  'returned',
  'refused',
  'paused',
  'withdrawn',
];
const mayEver = (viewer: Viewer, { action, ...part }: Acting) =>
  anyState.some((state) => actionsFor(state, relationsTo(viewer, part)).includes(action));

export const mayActForAgency = policy<Acting>(
  'chỉ người của cơ quan được giao mới tiếp nhận, ghi tiến độ và báo hoàn thành phần việc của cơ quan mình',
  mayEver,
);
export const mayRefuse = policy<Acting>(
  'chỉ đầu mối hoặc thủ trưởng của cơ quan được giao mới được từ chối nhiệm vụ',
  mayEver,
);
export const mayConfirm = policy<Acting>(
  'chuyên viên đầu mối hoặc lãnh đạo mới xác nhận, trả lại hay giao lại; phần việc của chính cơ quan đầu mối thì lãnh đạo xác nhận',
  mayEver,
);

/** Asked of the viewer as otherEyes() leaves them: without what the reporter holds. */
export const mayConfirmOthers = policy<Acting>(
  'người báo hoàn thành không tự xác nhận phần việc đó',
  mayEver,
);

/** The permission behind each action. */
export const policyOf = (action: AssignmentAction) => {
  if (action === 'refuse') return mayRefuse;
  return ['receive', 'log-progress', 'report-done', 'recall'].includes(action) ? mayActForAgency : mayConfirm;
};

export const mayPublish = policy('chỉ chuyên viên đầu mối mới công bố văn bản và giao nhiệm vụ', (viewer) =>
  hasRole(viewer, 'focal-officer'),
);
