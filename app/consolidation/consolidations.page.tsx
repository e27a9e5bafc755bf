import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import { listConsolidations, makeConsolidation } from './consolidation.contract.ts';
import { consolidationWords } from './consolidation.words.ts';
import { sayStanding } from './say-standing.ts';

/** Reports made of many, and the periods that wait for one. */
export function ConsolidationsPage() {
  const t = useWords(consolidationWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayMake = holds(useViewer(), 'focal-officer');
  const { period: asked } = useSearch({ strict: false }) as { period?: string };
  const { data, error } = useQuery({
    queryKey: ['consolidation'],
    queryFn: () => call(listConsolidations, {}),
  });
  const making = useMutation({
    mutationFn: (periodId: string) => call(makeConsolidation, { body: { periodId } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['consolidation'] });
      await navigate({ to: `/consolidation/${id}` });
    },
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const known = data.consolidations.find((one) => one.periodId === asked);
  if (known) return <Navigate to={`/consolidation/${known.id}`} replace />;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {data.periods.length || data.consolidations.length ? null : (
        <Empty title={t.none}>
          <Text c="dimmed">{t.noneHelp}</Text>
          <Button component={Link} to="/reports" variant="default">
            {t.toReports}
          </Button>
        </Empty>
      )}
      {data.periods.length ? (
        <Stack component="section" gap="xs" mb="lg">
          <Title order={2} fz="lg">
            {t.ready}
          </Title>
          {data.periods.map((period) => (
            <Group key={period.id} className="paper" p="md" justify="space-between">
              <div style={{ flex: '1 1 280px' }}>
                <Text fw={600}>{period.name}</Text>
                <Text fz="sm">{period.reportName}</Text>
                <Text fz="sm" c="dimmed">
                  {t.filed(period.filed, period.expected)}
                </Text>
              </div>
              {mayMake && period.filed ? (
                <Button
                  loading={making.isPending && making.variables === period.id}
                  onClick={() => making.mutate(period.id)}
                >
                  {t.make}
                </Button>
              ) : (
                <Text fz="sm">{period.filed ? '' : t.waitFirst}</Text>
              )}
            </Group>
          ))}
        </Stack>
      ) : null}
      {data.consolidations.length ? (
        <Stack component="section" gap="xs">
          <Title order={2} fz="lg">
            {t.made}
          </Title>
          {data.consolidations.map((one) => (
            <Group key={one.id} className="paper" p="md" justify="space-between">
              <div style={{ flex: '1 1 280px' }}>
                <Text fw={600}>{one.periodName}</Text>
                <Text fz="sm">{one.reportName}</Text>
                <Text fz="sm" c="dimmed">
                  {sayStanding(t, one)}
                </Text>
              </div>
              <Anchor component={Link} to={`/consolidation/${one.id}`}>
                {t.openOne}
              </Anchor>
            </Group>
          ))}
        </Stack>
      ) : null}
    </>
  );
}
