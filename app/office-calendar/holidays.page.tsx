import { Button, Group, NativeSelect, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay } from '#app/web/show.ts';
import { type HolidayShown, leaveOutHoliday, listHolidays, restoreHoliday } from './holiday.contract.ts';
import { holidayWords } from './holiday.words.ts';
import { HolidayForm } from './holiday-form.tsx';
import { TryCount } from './try-count.tsx';

/** The days on which the province's offices rest or make up for rest, by year. */
export function HolidaysPage() {
  const t = useWords(holidayWords);
  const thisYear = new Date().getFullYear();
  const { year = thisYear } = useSearch({ strict: false }) as { year?: number };
  const navigate = useNavigate();
  const [editing, setEditing] = useState<HolidayShown | 'new' | null>(null);
  const { data, error } = useQuery({
    queryKey: ['holidays', year],
    queryFn: () => call(listHolidays, { query: { year } }),
    placeholderData: keepPreviousData,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const years = yearsToChoose(data.years, thisYear);
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        {data.mayKeep ? (
          <Button leftSection={<IconPlus size={18} />} onClick={() => setEditing('new')}>
            {t.add}
          </Button>
        ) : null}
      </PageHeader>
      <Stack>
        {editing ? (
          <HolidayForm
            key={editing === 'new' ? 'new' : editing.date}
            row={editing === 'new' ? null : editing}
            close={() => setEditing(null)}
          />
        ) : null}
        <Group align="end">
          <NativeSelect
            label={t.year}
            value={String(year)}
            data={years.map(String)}
            onChange={(event) =>
              void navigate({
                to: '/holidays',
                search: { year: Number(event.currentTarget.value) } as never,
                replace: true,
              })
            }
          />
          <Text role="status" c="dimmed" pb={8}>
            {t.count(data.rows.length)}
          </Text>
        </Group>
        {data.rows.length ? (
          <HolidayTable rows={data.rows} mayKeep={data.mayKeep} edit={setEditing} />
        ) : (
          <Empty title={t.empty}>
            <Text>{t.emptyHelp}</Text>
          </Empty>
        )}
        <TryCount />
        {data.calendarId ? (
          <section className="paper" style={{ padding: '14px 18px' }}>
            <Title order={2} fz="lg" mb="sm">
              {t.history}
            </Title>
            <LedgerOf subjectKind="calendar" subjectId={data.calendarId} />
          </section>
        ) : null}
      </Stack>
    </>
  );
}

const yearsToChoose = (known: { first: number; last: number } | null, thisYear: number): number[] => {
  const first = Math.min(known?.first ?? thisYear, thisYear);
  const last = Math.max(known?.last ?? thisYear, thisYear + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
};

type TableProps = { rows: HolidayShown[]; mayKeep: boolean; edit: (row: HolidayShown) => void };

function HolidayTable({ rows, mayKeep, edit }: TableProps) {
  const t = useWords(holidayWords);
  return (
    <ScrollRegion className="paper" label={t.title}>
      <Table miw={620} aria-label={t.title} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.date}</Table.Th>
            <Table.Th scope="col">{t.name}</Table.Th>
            <Table.Th scope="col">{t.kind}</Table.Th>
            <Table.Th scope="col">{t.source}</Table.Th>
            {mayKeep ? (
              <Table.Th scope="col">
                <VisuallyHidden>{t.editShort}</VisuallyHidden>
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.date} style={row.origin === 'left-out' ? { color: 'var(--ink-soft)' } : {}}>
              <Table.Th scope="row" fw={500} style={{ whiteSpace: 'nowrap' }}>
                {showDay(row.date)}
                <Text fz="sm" c="dimmed">
                  {t.weekday(new Date(`${row.date}T00:00:00Z`).getUTCDay())}
                </Text>
              </Table.Th>
              <Table.Td>
                {row.name}
                {row.origin === 'shipped' ? null : (
                  <Text fz="sm" fw={600}>
                    {row.origin === 'own' ? t.own : t.leftOut}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{t.kinds[row.kind]}</Table.Td>
              <Table.Td>
                {row.source}
                <Text fz="sm" c="dimmed">
                  {row.verified ? t.verified : t.unverified}
                </Text>
              </Table.Td>
              {mayKeep ? (
                <Table.Td>
                  <RowActions row={row} edit={edit} />
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function RowActions({ row, edit }: { row: HolidayShown; edit: (row: HolidayShown) => void }) {
  const t = useWords(holidayWords);
  const client = useQueryClient();
  const day = showDay(row.date);
  const isOut = row.origin === 'left-out';
  const changing = useMutation({
    mutationFn: () => call(isOut ? restoreHoliday : leaveOutHoliday, { params: { date: row.date } }),
    onSuccess: () =>
      Promise.all(['holidays', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <Group gap={4} wrap="nowrap" justify="end">
      {isOut ? null : (
        <Button size="compact-sm" variant="subtle" aria-label={t.edit(day)} onClick={() => edit(row)}>
          {t.editShort}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={isOut ? t.restore(day) : t.leaveOut(day)}
        loading={changing.isPending}
        onClick={() => changing.mutate()}
      >
        {isOut ? t.restoreShort : t.leaveOutShort}
      </Button>
    </Group>
  );
}
