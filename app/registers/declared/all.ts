import { findFaultsOfAll, type Register } from '#libraries/register/index.ts';
import { aidCampaign } from './aid-campaign.ts';
import { aidDisbursement } from './aid-disbursement.ts';
import { aidOpinion } from './aid-opinion.ts';
import { aidProject } from './aid-project.ts';
import { budget } from './budget.ts';
import { foreignNgo } from './foreign-ngo.ts';
import { headings } from './headings.ts';
import { informationProduct } from './information-product.ts';
import { inspection } from './inspection.ts';
import { outreach } from './outreach.ts';
import { policyInstrument } from './policy-instrument.ts';
import { relief } from './relief.ts';
import { securityNotice } from './security-notice.ts';
import { trainingCourse } from './training-course.ts';

/** Every register of the program; one that stands here has list, form, book, workflow, timers and figures. */
export const registers: readonly Register[] = [
  foreignNgo,
  aidCampaign,
  aidProject,
  aidDisbursement,
  aidOpinion,
  relief,
  outreach,
  informationProduct,
  trainingCourse,
  inspection,
  budget,
  securityNotice,
  policyInstrument,
];

const faults = [
  ...findFaultsOfAll(registers),
  ...registers.flatMap(({ name, heading }) =>
    heading in headings ? [] : [`${name}.heading: the plan has no heading "${heading}"`],
  ),
];
if (faults.length) throw new Error(faults.join('\n'));
