import { policy } from '#app/platform/policy.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { relationsTo } from '../duty.policy.ts';
import type { ExtensionRelation } from './extension.ts';

type OfAgency = { agencyId: string };
type Asked = OfAgency & { askedById: string };

export const mayAskExtension = policy<OfAgency>(
  'chỉ đầu mối hoặc thủ trưởng của cơ quan được giao mới xin gia hạn cho cơ quan mình',
  (viewer, part) => relationsTo(viewer, part).includes('agency-lead'),
);

/** Four eyes: who asked never decides (handbook §3.4). */
export const mayDecideExtension = policy<Asked>(
  'chuyên viên đầu mối hoặc lãnh đạo mới quyết định gia hạn, và người xin không tự quyết định yêu cầu của mình',
  (viewer, asked) => viewer.personId !== asked.askedById && relationsTo(viewer, asked).includes('confirmer'),
);

export const relationsToExtension = (viewer: Viewer, asked: Asked): ExtensionRelation[] => [
  ...(mayAskExtension.allows(viewer, asked) ? (['asker'] as const) : []),
  ...(mayDecideExtension.allows(viewer, asked) ? (['decider'] as const) : []),
];
