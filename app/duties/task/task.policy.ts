import { policy } from '#app/platform/policy.ts';
import { hasRoleIn, type Viewer } from '#app/platform/viewer.ts';
import type { TaskRelation } from './task.ts';

type OfAgency = { agencyId: string };
type Task = OfAgency & { personId: string; givenById: string };

export const mayReadTasks = policy<OfAgency>(
  'việc giao trong nội bộ một cơ quan chỉ mở cho người của cơ quan đó',
  (viewer, { agencyId }) =>
    hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'staff', 'focal-officer', 'leader'),
);

export const mayGiveTasks = policy<OfAgency>(
  'đầu mối hoặc thủ trưởng của cơ quan được giao mới chia việc cho người trong cơ quan',
  (viewer, { agencyId }) => hasRoleIn(viewer, agencyId, 'agency-focal', 'agency-head', 'focal-officer'),
);

export const mayActOnTask = policy<Task>(
  'chỉ người được giao, người đã giao hoặc đầu mối, thủ trưởng của cơ quan mới xử lý việc này',
  (viewer, task) => relationsToTask(viewer, task).length > 0,
);

export const relationsToTask = (viewer: Viewer, task: Task): TaskRelation[] => [
  ...(task.personId === viewer.personId ? (['doer'] as const) : []),
  ...(task.givenById === viewer.personId || mayGiveTasks.allows(viewer, task) ? (['giver'] as const) : []),
];
