import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { listDutyNotices } from './notice.contract.ts';
import { noticeWords } from './notice.words.ts';
import { Receipts } from './receipts.tsx';
import { RemindButton } from './remind-button.tsx';

type Props = { dutyId: string; section: (props: { title: string; children: ReactNode }) => ReactNode };

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
