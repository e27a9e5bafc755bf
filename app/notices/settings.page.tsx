import { Button, CopyButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showInstant } from '#app/web/show.ts';
import { DevicePush } from './device-push.tsx';
import { listFeeds, makeFeed, revokeFeed } from './feed.contract.ts';
import { settingsWords } from './settings.words.ts';
import { TroubledDevices } from './troubled-devices.tsx';
import './notices.css';

/** How a person is told besides the page: letters, a calendar, this device. */
export function NoticeSettingsPage() {
  const t = useWords(settingsWords);
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <Button component={Link} to="/notices" variant="default">
          {t.back}
        </Button>
      </PageHeader>
      <Stack>
        <Part title={t.mailTitle}>
          <Text>{t.mail}</Text>
        </Part>
        <Part title={t.calendarTitle}>
          <Feeds />
        </Part>
        <Part title={t.pushTitle}>
          <DevicePush />
          <TroubledDevices mine />
        </Part>
      </Stack>
    </>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="paper" style={{ padding: '14px 18px' }}>
    <Title order={2} fz="lg" mb="xs">
      {title}
    </Title>
    {children}
  </section>
);

function Feeds() {
  const t = useWords(settingsWords);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['notices', 'feeds'] });
  const { data, error } = useQuery({ queryKey: ['notices', 'feeds'], queryFn: () => call(listFeeds, {}) });
  const making = useMutation({
    mutationFn: (agencyId: string | null) => call(makeFeed, { body: { agencyId } }),
    onSuccess: refresh,
  });
  const revoking = useMutation({
    mutationFn: (id: string) => call(revokeFeed, { params: { id } }),
    onSuccess: () => {
      notifications.show({ message: t.revoked });
      return refresh();
    },
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <Stack gap="sm">
      <Text>{t.calendarHelp}</Text>
      <Group gap="xs">
        <Button loading={making.isPending} onClick={() => making.mutate(null)}>
          {t.makeOwn}
        </Button>
        {data.agencies.map(({ id, name }) => (
          <Button
            key={id}
            variant="default"
            loading={making.isPending}
            onClick={() => making.mutate(id)}
            styles={{ root: { height: 'auto', minHeight: 36 }, label: { whiteSpace: 'normal' } }}
          >
            {t.makeOf(name)}
          </Button>
        ))}
      </Group>
      {making.data ? <Made url={making.data.url} /> : null}
      <Text fw={600}>{t.feeds}</Text>
      {data.feeds.length ? (
        <ul className="notice-list">
          {data.feeds.map((feed) => {
            const name = feed.agencyName ?? t.mine;
            return (
              <li key={feed.id} className="notice" style={{ paddingInline: 0 }}>
                <div className="notice-words">
                  <Text fw={500}>{name}</Text>
                  <Text fz="sm" c="dimmed">
                    {t.madeBy(feed.madeBy, showInstant(feed.createdAt))},{' '}
                    {feed.fetchedAt ? t.fetched(showInstant(feed.fetchedAt)) : t.neverFetched}
                  </Text>
                </div>
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={t.revokeOf(name)}
                  onClick={() => revoking.mutate(feed.id)}
                >
                  {t.revoke}
                </Button>
              </li>
            );
          })}
        </ul>
      ) : (
        <Text c="dimmed">{t.feedsEmpty}</Text>
      )}
    </Stack>
  );
}

function Made({ url }: { url: string }) {
  const t = useWords(settingsWords);
  return (
    <Group align="end" wrap="nowrap" role="status">
      <TextInput
        label={t.made}
        value={url}
        readOnly
        style={{ flex: 1, minWidth: 0 }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={url}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? t.copied : t.copy}</Button>}
      </CopyButton>
    </Group>
  );
}
