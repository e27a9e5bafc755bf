import { Badge, Button, Group, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { endOtherSessions, endSession, type readOwnAccount } from './own-account.contract.ts';
import { ownAccountWords } from './own-account.words.ts';

type Account = z.output<typeof readOwnAccount.response>;

/** Where one is signed in, and the way to end what is not one's own doing. */
export function SessionsSection({
  sessions,
  rules,
  refresh,
}: {
  sessions: Account['sessions'];
  rules: Account['rules'];
  refresh: () => Promise<unknown>;
}) {
  const t = useWords(ownAccountWords);
  const { language } = useLanguage();
  const after = (message: string) => {
    notifications.show({ message });
    return refresh();
  };
  const ending = useMutation({
    mutationFn: (id: string) => call(endSession, { params: { id } }),
    onSuccess: () => after(t.ended),
  });
  const endingOthers = useMutation({
    mutationFn: () => call(endOtherSessions, {}),
    onSuccess: ({ ended }) => after(t.endedOthers(ended)),
  });
  const hours = rules.absoluteHours;
  const idle = rules.idleMinutes % 60 ? t.minutes(rules.idleMinutes) : t.hours(rules.idleMinutes / 60);
  return (
    <section className="paper account-part">
      <Group justify="space-between">
        <Title order={2} fz={18}>
          {t.sessions}
        </Title>
        {sessions.length > 1 ? (
          <Button variant="default" onClick={() => endingOthers.mutate()} loading={endingOthers.isPending}>
            {t.endOthers}
          </Button>
        ) : null}
      </Group>
      <Text c="dimmed">{t.sessionsHelp(idle, hours % 24 ? t.hours(hours) : t.days(hours / 24))}</Text>
      <Table.ScrollContainer minWidth={640} type="native" role="region" aria-label={t.sessions} tabIndex={0}>
        <Table aria-label={t.sessions}>
          <Table.Thead>
            <Table.Tr>
              {[t.device, t.address, t.begun, t.seen, t.action].map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  {one.device[language]}{' '}
                  {one.isThis ? (
                    <Badge variant="outline" tt="none" c="var(--mantine-color-text)">
                      {t.thisOne}
                    </Badge>
                  ) : null}
                </Table.Td>
                <Table.Td>{one.address}</Table.Td>
                <Table.Td>{showInstant(one.createdAt)}</Table.Td>
                <Table.Td>{showInstant(one.seenAt)}</Table.Td>
                <Table.Td>
                  {one.isThis ? null : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => ending.mutate(one.id)}
                      aria-label={t.endOf(one.device[language], showInstant(one.createdAt))}
                    >
                      {t.end}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
