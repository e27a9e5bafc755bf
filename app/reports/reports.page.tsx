import { Anchor, Badge, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Answer } from '#app/platform/contract.ts';
import { AsOfControl, AsOfNotice } from '#app/web/as-of.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { useAsOf } from '#app/web/use-as-of.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { listDefinitions, makeDefinition } from './definition.contract.ts';
import { OfferedDefinitions, ProposedPeriods } from './offered.tsx';
import { OpenPeriod } from './open-period.tsx';
import { listPeriods, listPeriodsAsOf } from './period.contract.ts';
import { regimeWords } from './regime.words.ts';
import { reportWords } from './report.words.ts';
import { StateLabel } from './state-label.tsx';

type Period = Answer<typeof listPeriods>['periods'][number];

/** Where an overseer opens and follows periods, and an agency finds what it has to file. */
export function ReportsPage() {
  const t = useWords(reportWords);
  const r = useWords(regimeWords);
  const viewer = useViewer();
  const navigate = useNavigate();
  const { opening } = useSearch({ strict: false }) as { opening?: boolean };
  const oversees = holds(viewer, 'focal-officer', 'leader', 'administrator', 'inspector');
  const mayOpen = holds(viewer, 'focal-officer');
  const { asOf } = useAsOf();
  const periods = useQuery({
    queryKey: ['reports', 'periods', ...(asOf ? [asOf] : [])],
    queryFn: () => (asOf ? call(listPeriodsAsOf, { params: { day: asOf } }) : call(listPeriods, {})),
  });
  if (periods.error && !periods.data) throw periods.error;
  if (!periods.data) return <Waiting />;
  const toggle = (open: boolean) =>
    void navigate({ to: '/reports', search: (open ? { opening: true } : {}) as never });
  return (
    <>
      <PageHeader title={t.title} lead={oversees ? t.leadOverseer : t.leadAgency}>
        <AsOfControl />
        {oversees && !asOf ? (
          <Button component={Link} to="/reports/season" variant="default">
            {r.season}
          </Button>
        ) : null}
        {mayOpen && !opening && !asOf ? <Button onClick={() => toggle(true)}>{t.open}</Button> : null}
      </PageHeader>
      <AsOfNotice />
      {mayOpen && !asOf ? <ProposedPeriods /> : null}
      {mayOpen && opening ? <OpenPeriod onClose={() => toggle(false)} /> : null}
      {periods.data.periods.length ? (
        <Stack component="section" aria-label={t.periods}>
          {periods.data.periods.map((period) => (
            <PeriodCard key={period.id} period={period} oversees={oversees} />
          ))}
        </Stack>
      ) : opening ? null : (
        <Empty title={t.noPeriods}>
          <Text c="dimmed" ta="center">
            {mayOpen ? t.noPeriodsOverseer : t.noPeriodsAgency}
          </Text>
        </Empty>
      )}
      {oversees ? <Definitions mayMake={mayOpen} /> : null}
      {oversees && !asOf ? <OfferedDefinitions mayTake={mayOpen} /> : null}
    </>
  );
}

function PeriodCard({ period, oversees }: { period: Period; oversees: boolean }) {
  const { asOf } = useAsOf();
  const t = useWords(reportWords);
  const { counts } = period;
  const filed = counts.submitted + counts.accepted;
  return (
    <article className="paper" style={{ padding: 16 }}>
      <Group justify="space-between" align="start" gap="md">
        <div style={{ flex: '1 1 320px' }}>
          <Title order={2} fz="lg">
            {period.name}
          </Title>
          <Text>{period.reportName}</Text>
          <Text c="dimmed" fz="sm" mt={4}>
            {t.window(showDay(period.from), showDay(period.to))} · {t.due(showDay(period.dueOn))}
            {period.isOver && filed < counts.expected ? `, ${t.over}` : ''}
          </Text>
        </div>
        {oversees ? (
          <div style={{ flex: '0 1 260px', minWidth: 200 }}>
            <Text fw={600}>{t.progress(filed, counts.expected)}</Text>
            <Progress
              value={(100 * filed) / Math.max(1, counts.expected)}
              aria-label={t.progress(filed, counts.expected)}
              my={6}
            />
            <Anchor component={Link} to={`/reports/${period.id}`} search={(asOf ? { asOf } : {}) as never}>
              {t.board}
            </Anchor>
          </div>
        ) : null}
      </Group>
      {period.mine.map((mine) => (
        <Group key={mine.id} mt="sm" gap="sm">
          <StateLabel state={mine.state} />
          <Button
            component={Link}
            to={`/reports/agency/${mine.id}`}
            size="compact-md"
            variant={mine.state === 'draft' || mine.state === 'returned' ? 'filled' : 'default'}
            style={{ height: 'auto', minHeight: 30 }}
            styles={{ label: { whiteSpace: 'normal', lineHeight: 1.3, padding: '4px 0' } }}
          >
            {mine.state === 'draft' || mine.state === 'returned'
              ? t.write(mine.agencyName)
              : t.read(mine.agencyName)}
          </Button>
        </Group>
      ))}
    </article>
  );
}

function Definitions({ mayMake }: { mayMake: boolean }) {
  const t = useWords(reportWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['reports', 'definitions'],
    queryFn: () => call(listDefinitions, {}),
  });
  const making = useMutation({
    mutationFn: (documentId: string) => call(makeDefinition, { body: { documentId } }),
    onSuccess: async ({ id, content }) => {
      await client.invalidateQueries({ queryKey: ['reports'] });
      notifications.show({ message: content.name });
      await navigate({ to: `/reports/definitions/${id}` });
    },
  });
  if (!data || (!data.definitions.length && !data.plans.length)) return null;
  return (
    <section style={{ marginTop: 28 }}>
      <Title order={2} fz="lg">
        {t.definitions}
      </Title>
      <Text c="dimmed" mb="sm">
        {t.definitionsHelp}
      </Text>
      <Stack gap="xs">
        {data.definitions.map((one) => (
          <Group key={one.id} className="paper" p="sm" justify="space-between">
            <div style={{ flex: '1 1 260px' }}>
              <Text fw={600}>{one.content.name}</Text>
              <Text fz="sm" c="dimmed">
                {t.basis}: {one.content.basis}
              </Text>
            </div>
            <Group gap="sm">
              <Badge className="state-label" variant="outline" radius="sm" tt="none">
                {t.version(one.version)}
              </Badge>
              <Anchor component={Link} to={`/reports/definitions/${one.id}`}>
                {t.edit}
              </Anchor>
            </Group>
          </Group>
        ))}
        {mayMake
          ? data.plans.map((plan) => (
              <Group key={plan.documentId} className="paper" p="sm" justify="space-between">
                <Text style={{ flex: '1 1 260px' }} lineClamp={2}>
                  {plan.label}
                </Text>
                <Button
                  variant="default"
                  loading={making.isPending && making.variables === plan.documentId}
                  onClick={() => making.mutate(plan.documentId)}
                >
                  {t.make}
                </Button>
              </Group>
            ))
          : null}
      </Stack>
    </section>
  );
}
