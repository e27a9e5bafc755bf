import { policy } from '#app/platform/policy.ts';
import { hasRole, hasRoleIn, type Viewer } from '#app/platform/viewer.ts';

/** The agency whose report is asked about. */
type Asked = { agencyId: string };

const consolidates = (viewer: Viewer) => hasRole(viewer, 'focal-officer', 'leader');

/** Asks, asks further and closes. */
export const mayAskBack = policy(
  'chỉ chuyên viên đầu mối và lãnh đạo hỏi lại cơ quan về báo cáo tổng hợp và khép câu hỏi',
  consolidates,
);

export const mayReadAsk = policy<Asked>(
  'chỉ cơ quan được hỏi, chuyên viên đầu mối và lãnh đạo đọc câu hỏi lại này',
  (viewer, { agencyId }) =>
    consolidates(viewer) || viewer.memberships.some((held) => held.agencyId === agencyId),
);

export const mayAnswerAsk = policy<Asked>(
  'chỉ đầu mối hoặc thủ trưởng của cơ quan được hỏi trả lời thay cho cơ quan',
  (viewer, { agencyId }) => hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'focal-officer'),
);
