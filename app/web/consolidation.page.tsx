import { ConsolidationPage, type MoreOfConsolidation } from '#app/consolidation/consolidation.page.tsx';
import { Conversation } from '#app/conversation/conversation.tsx';
import { PlaceTalk } from '#app/conversation/place-talk.tsx';
import { ReportSection } from './report-section.tsx';

/** A consolidation with what is said about it: work flows one way, so its own page cannot name that. */
export const ConsolidationRecordPage = () => <ConsolidationPage more={moreOfTheConsolidation} />;

const moreOfTheConsolidation: MoreOfConsolidation = {
  beside: ({ consolidationId, place, name }) => (
    <PlaceTalk kind="consolidation" id={consolidationId} place={place} name={name} />
  ),
  after: ({ consolidationId }) => (
    <Conversation kind="consolidation" id={consolidationId} section={ReportSection} />
  ),
};
