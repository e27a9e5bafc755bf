import { Anchor, Button, Checkbox, Group, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay } from '#app/web/show.ts';
import { reportSeason } from './regime.contract.ts';
import { regimeWords } from './regime.words.ts';
import { reportWords } from './report.words.ts';
import { StateLabel } from './state-label.tsx';

type Deadline = Answer<typeof reportSeason>['deadlines'][number];
type Row = Deadline['agencies'][number];
const owes = ({ state }: Row['reports'][number]): boolean => state === 'draft' || state === 'returned';

/**
 * Who owes which report, by due day; several reports of one day stand side by side. `remind`: how agencies are
 * reminded, which is not for this room to know; null where the viewer may not.
 */
export function SeasonBoard({
  remind,
}: {
  remind: { isPending: boolean; run: (reportIds: string[]) => void } | null;
}) {
  const t = useWords(regimeWords);
  const { data, error } = useQuery({
    queryKey: ['reports', 'season'],
    queryFn: () => call(reportSeason, {}),
  });
  const [owing, setOwing] = useState(true);
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <PageHeader title={t.season} lead={t.seasonLead} />
      {data.deadlines.length ? (
        <Checkbox
          label={t.missingOnly}
          checked={owing}
          onChange={(event) => setOwing(event.currentTarget.checked)}
          mb="md"
        />
      ) : (
        <Empty title={t.seasonEmpty}>
          <Text c="dimmed">{t.seasonEmptyHelp}</Text>
        </Empty>
      )}
      {data.deadlines.map((deadline) => (
        <DueDay key={deadline.dueOn} deadline={deadline} owing={owing} remind={remind} />
      ))}
    </>
  );
}

function DueDay({
  deadline,
  owing,
  remind,
}: {
  deadline: Deadline;
  owing: boolean;
  remind: Parameters<typeof SeasonBoard>[0]['remind'];
}) {
  const t = useWords(regimeWords);
  const { dueOn, periods, agencies } = deadline;
  const caption = t.caption(showDay(dueOn));
  const rows = owing ? agencies.filter(({ reports }) => reports.some(owes)) : agencies;
  const owed = agencies.flatMap(({ reports }) => reports.filter(owes).map(({ id }) => id));
  return (
    <section style={{ marginBottom: 28 }}>
      <Group justify="space-between" mb={6}>
        <Title order={2} fz="lg">
          {t.deadline(showDay(dueOn))}
        </Title>
        {remind && owed.length ? (
          <Button loading={remind.isPending} onClick={() => remind.run(owed)}>
            {t.remindAll(owed.length)}
          </Button>
        ) : null}
      </Group>
      <ScrollRegion className="paper" label={caption}>
        <Table verticalSpacing="sm" aria-label={caption}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.agency}</Table.Th>
              {periods.map((period) => {
                const { expected, submitted, accepted, onTime } = period.counts;
                const filed = submitted + accepted;
                return (
                  <Table.Th key={period.id} scope="col" style={{ minWidth: 200, verticalAlign: 'top' }}>
                    <Anchor component={Link} to={`/reports/${period.id}`} underline="always" fz="inherit">
                      {period.reportName}, {period.name}
                    </Anchor>
                    <Text fz="sm" fw={400}>
                      {t.filedRate(filed, expected)}
                      {filed ? `, ${t.onTimeRate(onTime, filed)}` : ''}
                    </Text>
                  </Table.Th>
                );
              })}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <AgencyRow key={row.agencyId} row={row} periods={periods} remind={remind} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </section>
  );
}

function AgencyRow({
  row,
  periods,
  remind,
}: {
  row: Row;
  periods: Deadline['periods'];
  remind: Parameters<typeof SeasonBoard>[0]['remind'];
}) {
  const t = useWords(regimeWords);
  const r = useWords(reportWords);
  const owed = row.reports.filter(owes).map(({ id }) => id);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} style={{ minWidth: 180 }}>
        {row.agencyName}
        {remind && owed.length ? (
          <div>
            <Button
              size="compact-sm"
              variant="default"
              mt={4}
              aria-label={t.remindOf(row.agencyName)}
              onClick={() => remind.run(owed)}
            >
              {t.remind}
            </Button>
          </div>
        ) : null}
      </Table.Th>
      {periods.map((period) => {
        const report = row.reports.find((one) => one.periodId === period.id);
        if (!report) return <Table.Td key={period.id}>–</Table.Td>;
        const how = report.isAsked ? t.withHead : report.isBegun ? t.begun : t.notBegun;
        return (
          <Table.Td key={period.id}>
            <StateLabel state={report.state} />
            <Text fz="sm">
              {[
                owes(report) && how,
                report.missing.length > 0 && t.missing(report.missing.slice(0, 3).join('; ')),
                report.isLate && r.late,
              ]
                .filter(Boolean)
                .join('; ')}
            </Text>
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}
