import { Button, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AsOfControl, AsOfNotice } from '#app/web/as-of.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { useAsOf } from '#app/web/use-as-of.ts';
import { AgencyTable } from './agency-table.tsx';
import { Coverage } from './coverage.tsx';
import { showFigures } from './figures.contract.ts';
import { figuresWords } from './figures.words.ts';
import { FourCells, type Narrowed } from './four-cells.tsx';
import { ordered } from './shares.ts';

/** The leader's page: four cells, who is late, and what of the plan nobody was given. */
export function FiguresPage() {
  const t = useWords(figuresWords);
  const navigate = useNavigate();
  const { document } = useSearch({ strict: false }) as { document?: string };
  const { asOf } = useAsOf();
  const { data, error } = useQuery({
    queryKey: ['figures', document ?? null, asOf ?? null],
    queryFn: () => call(showFigures, { query: { document, asOf } }),
    // What is read must be true at once: nothing that was counted before is shown as now.
    staleTime: 0,
    gcTime: 0,
    refetchInterval: 60_000,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const narrowed: Narrowed = {
    ...(document ? { document } : {}),
    ...(asOf ? { asOf } : {}),
    ...(data.scope === 'mine' ? { whose: 'mine' as const } : {}),
  };
  const isEmpty = !ordered(data.overall) && !data.overall.request;
  return (
    <>
      <PageHeader
        title={t.title}
        lead={data.scope === 'all' ? t.lead(showDay(data.today)) : t.leadMine(showDay(data.today))}
      >
        <AsOfControl />
        {data.documents.length > 1 ? (
          <NativeSelect
            aria-label={t.plan}
            value={document ?? ''}
            onChange={({ currentTarget: { value } }) =>
              void navigate({
                to: '/figures',
                search: { ...(value ? { document: value } : {}), ...(asOf ? { asOf } : {}) } as never,
              })
            }
            data={[
              { value: '', label: t.allPlans },
              ...data.documents.map((plan) => ({ value: plan.id, label: plan.symbol ?? plan.title ?? '' })),
            ]}
          />
        ) : null}
      </PageHeader>
      <AsOfNotice />
      {isEmpty ? (
        <Empty title={t.none}>
          <Text c="dimmed">{t.noneHelp}</Text>
          <Button component={Link} to="/documents" variant="default">
            {t.toDocuments}
          </Button>
        </Empty>
      ) : (
        <>
          <FourCells counts={data.overall} narrowed={narrowed} />
          {data.groups.length ? (
            <Section id="coverage" title={t.coverage} help={t.coverageHelp}>
              <Coverage groups={data.groups} oneDocument={data.documents.length === 1 || Boolean(document)} />
            </Section>
          ) : null}
          <Section id="by-agency" title={t.byAgency} help={t.byAgencyHelp}>
            <AgencyTable
              rows={data.agencies}
              narrowed={{ ...(document ? { document } : {}), ...(asOf ? { asOf } : {}) }}
            />
          </Section>
        </>
      )}
    </>
  );
}

function Section({
  id,
  title,
  help,
  children,
}: {
  id: string;
  title: string;
  help: string;
  children: ReactNode;
}) {
  return (
    <Paper component="section" className="paper" mt="md" aria-labelledby={id}>
      <header className="figures-heading">
        <Title order={2} fz={17} id={id}>
          {title}
        </Title>
        <Text fz="sm" c="dimmed">
          {help}
        </Text>
      </header>
      {children}
    </Paper>
  );
}
