import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { listPeriods } from './period.contract.ts';
import { reportWords } from './report.words.ts';

/** The address an agency is sent: leads to its own report of the period. */
export function MinePage() {
  const t = useWords(reportWords);
  const { periodId } = useParams({ strict: false }) as { periodId: string };
  const { data, error } = useQuery({
    queryKey: ['reports', 'periods'],
    queryFn: () => call(listPeriods, {}),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const mine = data.periods.find((period) => period.id === periodId)?.mine[0];
  if (mine) return <Navigate to={`/reports/agency/${mine.id}`} replace />;
  return (
    <>
      <PageHeader title={t.title} />
      <Empty title={t.notYours}>
        <Button component={Link} to="/reports" variant="default">
          {t.back}
        </Button>
      </Empty>
    </>
  );
}
