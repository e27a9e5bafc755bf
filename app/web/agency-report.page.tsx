import { useParams } from '@tanstack/react-router';
import { AsksAt, ReportAsksNote } from '#app/consolidation/ask/report-asks.tsx';
import { Conversation } from '#app/conversation/conversation.tsx';
import { PlaceTalk } from '#app/conversation/place-talk.tsx';
import { ReportNotices } from '#app/notices/report-notices.tsx';
import { AgencyReportPage, type MoreOfReport } from '#app/reports/agency-report.page.tsx';
import { ReportSection } from './report-section.tsx';

/** An agency's report with what later concepts know of it: work flows one way, so its own page cannot name them. */
export function AgencyReportRecordPage() {
  const { reportId } = useParams({ strict: false }) as { reportId: string };
  return (
    <>
      <AgencyReportPage more={moreOfTheReport} />
      <Conversation kind="agency-report" id={reportId} section={ReportSection} />
      <ReportNotices reportId={reportId} />
    </>
  );
}

const moreOfTheReport: MoreOfReport = {
  notes: ReportAsksNote,
  beside: ({ reportId, place, name }) => (
    <>
      <AsksAt reportId={reportId} place={place} />
      <PlaceTalk kind="agency-report" id={reportId} place={place} name={name} />
    </>
  ),
};
