import { findFaultsOfAll, type Register } from '#libraries/register/index.ts';
import { agreement } from './agreement.ts';
import { aidCampaign } from './aid-campaign.ts';
import { aidDisbursement } from './aid-disbursement.ts';
import { aidOpinion } from './aid-opinion.ts';
import { aidProject } from './aid-project.ts';
import { award } from './award.ts';
import { budget } from './budget.ts';
import { congress } from './congress.ts';
import { consultation } from './consultation.ts';
import { consultationOpinion } from './consultation-opinion.ts';
import { delegation } from './delegation.ts';
import { foreignNgo } from './foreign-ngo.ts';
import { friendshipAssociation } from './friendship-association.ts';
import { headings } from './headings.ts';
import { informationProduct } from './information-product.ts';
import { inspection } from './inspection.ts';
import { internationalEvent } from './international-event.ts';
import { outreach } from './outreach.ts';
import { overseasContribution } from './overseas-contribution.ts';
import { overseasMeeting } from './overseas-meeting.ts';
import { overseasVietnamese } from './overseas-vietnamese.ts';
import { partnerLocality } from './partner-locality.ts';
import { policyInstrument } from './policy-instrument.ts';
import { relief } from './relief.ts';
import { research } from './research.ts';
import { securityNotice } from './security-notice.ts';
import { staff } from './staff.ts';
import { staffCertificate } from './staff-certificate.ts';
import { trainingCourse } from './training-course.ts';

/** Every register of the program; one that stands here has list, form, book, workflow, timers and figures. */
export const registers: readonly Register[] = [
  friendshipAssociation,
  congress,
  agreement,
  partnerLocality,
  foreignNgo,
  aidCampaign,
  aidProject,
  aidDisbursement,
  aidOpinion,
  relief,
  delegation,
  internationalEvent,
  outreach,
  informationProduct,
  overseasVietnamese,
  overseasContribution,
  overseasMeeting,
  staff,
  staffCertificate,
  trainingCourse,
  research,
  consultation,
  consultationOpinion,
  award,
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
