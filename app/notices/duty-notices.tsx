import { Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { listDutyNotices } from './notice.contract.ts';
import { noticeWords } from './notice.words.ts';
import { RemindButton } from './remind-button.tsx';
import { sayNotice } from './say-notice.ts';

type Props = { dutyId: string; section: (props: { title: string; children: ReactNode }) => ReactNode };
type Row = Awaited<ReturnType<typeof call<typeof listDutyNotices>>>['rows'][number];

/** Who was reminded of a duty, with the proof of it, and one click to remind again. */
export function DutyNotices({ dutyId, section }: Props) {
  const t = useWords(noticeWords);
  const { data } = useQuery({
    queryKey: ['notices', 'duty', dutyId],
    queryFn: () => call(listDutyNotices, { params: { id: dutyId } }),
  });
  if (!data || (!data.rows.length && !data.toRemind.length)) return null;
  return section({
    title: t.dutySection,
    children: (
      <Stack gap="md">
        {data.toRemind.length ? (
          <Group gap="xs">
            {data.toRemind.map((part) => (
              <RemindButton key={part.assignmentId} part={part} named />
            ))}
          </Group>
        ) : null}
        {data.rows.length ? <Receipts rows={data.rows} /> : <Text c="dimmed">{t.receiptsEmpty}</Text>}
      </Stack>
    ),
  });
}

function Receipts({ rows }: { rows: Row[] }) {
  const t = useWords(noticeWords);
  const { language } = useLanguage();
  const at = (instant: string | null) => (instant ? showInstant(instant) : t.not);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section style={{ overflowX: 'auto' }} tabIndex={0} aria-label={t.receipts}>
      <Table miw={760} aria-label={t.receipts}>
        <Table.Thead>
          <Table.Tr>
            {[t.person, t.what, t.sentAt, t.shownAt, t.mailedAt, t.readAt].map((head) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row" fw={500}>
                {row.personName}
                {row.muted ? (
                  <Text fz="sm" c="dimmed">
                    {t.muted}
                  </Text>
                ) : null}
              </Table.Th>
              <Table.Td>{sayNotice(row, language)}</Table.Td>
              {[row.sentAt, row.shownAt, row.mailedAt, row.readAt].map((instant, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: four fixed columns.
                <Table.Td key={index} style={{ whiteSpace: 'nowrap' }}>
                  {at(instant)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
