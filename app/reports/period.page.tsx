import { Anchor, Button, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { RecordHistory } from '#app/ledger/record-history.tsx';
import { AsOfControl, AsOfNotice } from '#app/web/as-of.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { useAsOf } from '#app/web/use-as-of.ts';
import { formWords } from './form.words.ts';
import { LockPeriod } from './lock-period.tsx';
import { getPeriod, getPeriodAsOf, type ReportState } from './period.contract.ts';
import { regimeWords } from './regime.words.ts';
import { reportWords } from './report.words.ts';
import { Unlock } from './report-notes.tsx';
import { StateLabel } from './state-label.tsx';

type Shown = 'all' | 'missing' | 'waiting';
const shows: Record<Shown, (state: ReportState) => boolean> = {
  all: () => true,
  missing: (state) => state === 'draft' || state === 'returned',
  waiting: (state) => state === 'submitted',
};

/** The board of one period: who has filed, who has not, what waits for the focal officer. */
export function PeriodPage() {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const g = useWords(regimeWords);
  const navigate = useNavigate();
  const { periodId } = useParams({ strict: false }) as { periodId: string };
  const { show = 'all' } = useSearch({ strict: false }) as { show?: Shown };
  const { asOf } = useAsOf();
  const { data, error } = useQuery({
    queryKey: ['reports', 'period', periodId, ...(asOf ? [asOf] : [])],
    queryFn: () =>
      asOf
        ? call(getPeriodAsOf, { params: { id: periodId, day: asOf } })
        : call(getPeriod, { params: { id: periodId } }),
    refetchInterval: 60_000,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const { counts } = data;
  const filed = counts.submitted + counts.accepted;
  const rows = data.reports.filter((report) => shows[show](report.state));
  const set = (value: string) =>
    void navigate({
      to: `/reports/${periodId}`,
      search: { ...(value === 'all' ? {} : { show: value }), ...(asOf ? { asOf } : {}) } as never,
    });
  return (
    <>
      <Anchor component={Link} to="/reports" fz="sm">
        {t.back}
      </Anchor>
      <PageHeader
        title={data.name}
        lead={`${data.reportName}. ${t.window(showDay(data.from), showDay(data.to))}. ${t.due(showDay(data.dueOn))}${data.isOver ? `, ${t.over}` : ''}.`}
      >
        <AsOfControl />
        {data.mayLock && !asOf ? <LockPeriod period={data} /> : null}
        {filed < counts.expected && !asOf ? (
          <Button component={Link} to="/reports/season" variant="default">
            {g.missingAndRemind}
          </Button>
        ) : null}
        <Button component={Link} to="/consolidation" search={{ period: data.id } as never} variant="default">
          {t.consolidate}
        </Button>
      </PageHeader>
      <AsOfNotice />
      <Group mb="sm" gap="md">
        <Text fw={600} fz="lg">
          {t.progress(filed, counts.expected)}
          {filed ? `, ${g.onTimeRate(counts.onTime, filed)}` : ''}
        </Text>
        {data.locksOn ? (
          <Text>{data.isLocked ? f.locked(showDay(data.locksOn)) : f.locksOn(showDay(data.locksOn))}</Text>
        ) : null}
        <SegmentedControl
          aria-label={t.show}
          value={show}
          onChange={set}
          data={[
            { value: 'all', label: t.all(counts.expected) },
            { value: 'missing', label: t.missing(counts.draft + counts.returned) },
            { value: 'waiting', label: t.waiting(counts.submitted) },
          ]}
        />
      </Group>
      <ScrollRegion className="paper" label={t.boardCaption}>
        <Table aria-label={t.boardCaption} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.agency}</Table.Th>
              <Table.Th scope="col">{t.state}</Table.Th>
              <Table.Th scope="col">{t.filedAt}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((report) => (
              <Table.Tr key={report.id}>
                <Table.Th scope="row" fw={400}>
                  {report.filedAt ? (
                    <Anchor component={Link} to={`/reports/agency/${report.id}`} fz="inherit">
                      {report.agencyName}
                    </Anchor>
                  ) : (
                    report.agencyName
                  )}
                </Table.Th>
                <Table.Td>
                  <Group gap={8}>
                    <StateLabel state={report.state} />
                    {report.isAsked ? (
                      <Text fz="sm">{g.withHead}</Text>
                    ) : report.state === 'draft' && report.savedAt ? (
                      <Text fz="sm">{t.drafting}</Text>
                    ) : null}
                    {data.isLocked &&
                    data.mayLock &&
                    (report.state === 'draft' || report.state === 'returned') ? (
                      report.openUntil ? (
                        <Text fz="sm">{f.openUntil(showDay(report.openUntil))}</Text>
                      ) : (
                        <Unlock report={report} />
                      )
                    ) : null}
                    {report.isLate ? (
                      <Text fz="sm" fw={600}>
                        {t.late}
                      </Text>
                    ) : null}
                  </Group>
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {report.filedAt ? showInstant(report.filedAt) : ''}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <RecordHistory subjectKind="report-period" subjectId={data.id} />
    </>
  );
}
