import { useParams } from '@tanstack/react-router';
import { AsksAt, ReportAsksNote } from '#app/consolidation/ask/report-asks.tsx';
import { ReportNotices } from '#app/notices/report-notices.tsx';
import { AgencyReportPage, type MoreOfReport } from '#app/reports/agency-report.page.tsx';

/** An agency's report with what later concepts know of it: work flows one way, so its own page cannot name them. */
export function AgencyReportRecordPage() {
  const { reportId } = useParams({ strict: false }) as { reportId: string };
  return (
    <>
      <AgencyReportPage more={moreOfTheReport} />
      <ReportNotices reportId={reportId} />
    </>
  );
}

const moreOfTheReport: MoreOfReport = { notes: ReportAsksNote, beside: AsksAt };
