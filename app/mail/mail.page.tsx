import { Badge, Button, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showInstant } from '#app/web/show.ts';
import { LetterDialog } from './letter-dialog.tsx';
import { listOutbox, type mailShape, mailStates, sendTrial } from './mail.contract.ts';
import { mailWords } from './mail.words.ts';

type State = (typeof mailStates)[number];
type Letter = z.output<typeof mailShape>;

/** What the program wrote to people: sent by itself, or handed over by the administrator. */
export function MailPage() {
  const t = useWords(mailWords);
  const { state } = useSearch({ strict: false }) as { state?: State };
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Letter | null>(null);
  const { data, error } = useQuery({
    queryKey: ['mail', state ?? ''],
    queryFn: () => call(listOutbox, { query: state ? { state } : {} }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <Trial />
      </PageHeader>
      <Stack>
        <Text className={data.hasServer ? 'paper' : 'gentle-note'} px={14} py={8}>
          {data.hasServer ? t.server(data.from ?? '') : t.noServer}
        </Text>
        <NativeSelect
          label={t.filter}
          w={260}
          value={state ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void navigate({ to: '/mail', search: (chosen ? { state: chosen } : {}) as never });
          }}
          data={[
            { value: '', label: t.all },
            ...mailStates.map((one) => ({
              value: one,
              label: `${t.states[one]} (${data.counts[one] ?? 0})`,
            })),
          ]}
        />
        {data.letters.length ? (
          <Letters letters={data.letters} open={setOpened} />
        ) : (
          <Empty title={t.empty}>
            <Text c="dimmed">{t.emptyHelp}</Text>
          </Empty>
        )}
      </Stack>
      <LetterDialog letter={opened} hasServer={data.hasServer} close={() => setOpened(null)} />
    </>
  );
}

function Trial() {
  const t = useWords(mailWords);
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: () => call(sendTrial, {}),
    onSuccess: async () => {
      notifications.show({ message: t.trialDone });
      await client.invalidateQueries({ queryKey: ['mail'] });
    },
  });
  return (
    <Button variant="default" onClick={() => sending.mutate()} loading={sending.isPending}>
      {t.trial}
    </Button>
  );
}

const colours = { waiting: 'yellow', sent: 'river', failed: 'red', handed: 'gray' };

function Letters({ letters, open }: { letters: Letter[]; open: (letter: Letter) => void }) {
  const t = useWords(mailWords);
  return (
    <Table.ScrollContainer
      minWidth={720}
      className="paper"
      type="native"
      role="region"
      aria-label={t.list}
      tabIndex={0}
    >
      <Table aria-label={t.list} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.to}</Table.Th>
            <Table.Th scope="col">{t.subject}</Table.Th>
            <Table.Th scope="col">{t.state}</Table.Th>
            <Table.Th scope="col">{t.when}</Table.Th>
            <Table.Th scope="col">{t.action}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {letters.map((letter) => (
            <Table.Tr key={letter.id}>
              <Table.Td>{letter.recipient}</Table.Td>
              <Table.Td>{letter.subject}</Table.Td>
              <Table.Td>
                <Badge
                  color={colours[letter.state]}
                  variant="outline"
                  tt="none"
                  c="var(--mantine-color-text)"
                >
                  {t.states[letter.state]}
                </Badge>
                {letter.lastError ? (
                  <Text fz="sm">
                    {letter.lastError} ({t.attempts(letter.attempts)})
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>{showInstant(letter.doneAt ?? letter.createdAt)}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => open(letter)}
                  aria-label={t.openOf(letter.subject, letter.recipient)}
                >
                  {t.open}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
