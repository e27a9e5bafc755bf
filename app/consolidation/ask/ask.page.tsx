import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { Waiting } from '#app/web/page-states.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import { getAsk } from './ask.contract.ts';

/** Where a notice of a question leads: its agency to the heading of its report, who asks to all that was asked. */
export function AskPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const asks = holds(useViewer(), 'focal-officer', 'leader');
  const { data: ask, error } = useQuery({
    queryKey: ['asks', id],
    queryFn: () => call(getAsk, { params: { id } }),
  });
  if (error && !ask) throw error;
  if (!ask) return <Waiting />;
  const isToAnswer = ask.mayAnswer && ask.state === 'open';
  const to =
    isToAnswer || !asks
      ? `/reports/agency/${ask.agencyReportId}`
      : `/consolidation/${ask.consolidationId}/asks`;
  return <Navigate to={to} hash={`ask-${ask.id}`} replace />;
}
