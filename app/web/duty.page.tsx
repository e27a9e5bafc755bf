import { Conversation } from '#app/conversation/conversation.tsx';
import { DutyLetters } from '#app/correspondence/duty-letters.tsx';
import { DutyDifficulties } from '#app/difficulties/duty-difficulties.tsx';
import { DutyPage, type MoreOfDuty } from '#app/duties/duty.page.tsx';
import { DutyNotices } from '#app/notices/duty-notices.tsx';
import { DutyRegisterRows } from '#app/register-screens/duty-rows.tsx';

/** A duty with what later concepts know of it: work flows one way, so its own page cannot name them. */
export const DutyRecordPage = () => <DutyPage more={MoreOfTheDuty} />;

const MoreOfTheDuty: MoreOfDuty = ({ dutyId, section }) => (
  <>
    <DutyDifficulties dutyId={dutyId} section={section} />
    <DutyRegisterRows dutyId={dutyId} section={section} />
    <DutyLetters dutyId={dutyId} section={section} />
    <Conversation kind="duty" id={dutyId} section={section} />
    <DutyNotices dutyId={dutyId} section={section} />
  </>
);
