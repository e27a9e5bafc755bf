import {
  Button,
  CopyButton,
  Group,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showInstant } from '#app/web/show.ts';
import { TroubledDevices } from './troubled-devices.tsx';
import { addHook, listHooks, removeHook, retryDelivery, switchHook } from './webhook.contract.ts';
import { webhookWords } from './webhook.words.ts';
import './notices.css';

const key = ['webhooks'];
type Data = Awaited<ReturnType<typeof call<typeof listHooks>>>;

/** Other systems that are told of notices, and the messages that did not reach them. */
export function WebhooksPage() {
  const t = useWords(webhookWords);
  const { data, error } = useQuery({ queryKey: key, queryFn: () => call(listHooks, {}) });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <Stack>
        <AddHook />
        {data.hooks.length ? (
          <ul className="notice-list" aria-label={t.title}>
            {data.hooks.map((hook) => (
              <HookRow key={hook.id} hook={hook} />
            ))}
          </ul>
        ) : (
          <Empty title={t.empty}>
            <Text c="dimmed">{t.emptyHelp}</Text>
          </Empty>
        )}
        {data.hooks.length ? <Troubled rows={data.troubled} /> : null}
        <TroubledDevices mine={false} />
      </Stack>
    </>
  );
}

function AddHook() {
  const t = useWords(webhookWords);
  const client = useQueryClient();
  const adding = useMutation({
    mutationFn: (url: string) => call(addHook, { body: { url } }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    adding.mutate(String(new FormData(event.currentTarget).get('url') ?? ''));
  };
  return (
    <form className="paper" style={{ padding: '14px 18px' }} onSubmit={submit}>
      <Group align="end">
        <TextInput
          type="url"
          name="url"
          label={t.url}
          placeholder="https://"
          required
          maxLength={500}
          error={adding.error?.message}
          style={{ flex: 1, minWidth: 220 }}
        />
        <Button type="submit" loading={adding.isPending}>
          {t.add}
        </Button>
      </Group>
      {adding.data ? (
        <Group align="end" mt="sm" role="status">
          <TextInput
            label={t.secret}
            description={t.secretHelp}
            value={adding.data.secret}
            readOnly
            style={{ flex: 1, minWidth: 220 }}
          />
          <CopyButton value={adding.data.secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t.copied : t.copy}
              </Button>
            )}
          </CopyButton>
        </Group>
      ) : null}
    </form>
  );
}

function HookRow({ hook }: { hook: Data['hooks'][number] }) {
  const t = useWords(webhookWords);
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: key });
  const params = { id: hook.id };
  const switching = useMutation({
    mutationFn: () => call(switchHook, { params, body: { isOn: !hook.isOn } }),
    onSuccess,
  });
  const removing = useMutation({ mutationFn: () => call(removeHook, { params }), onSuccess });
  const { sent, waiting, dead } = hook.counts;
  return (
    <li className="paper notice">
      <div className="notice-words">
        <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
          {hook.url}
        </Text>
        <Text fz="sm" c="dimmed">
          {hook.isOn ? t.on : t.off}. {t.counts(sent, waiting, dead)}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          size="compact-md"
          variant="default"
          aria-label={hook.isOn ? t.pauseOf(hook.url) : t.resumeOf(hook.url)}
          loading={switching.isPending}
          onClick={() => switching.mutate()}
        >
          {hook.isOn ? t.pause : t.resume}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          aria-label={t.removeOf(hook.url)}
          loading={removing.isPending}
          onClick={() => removing.mutate()}
        >
          {t.remove}
        </Button>
      </Group>
    </li>
  );
}

function Troubled({ rows }: { rows: Data['troubled'] }) {
  const t = useWords(webhookWords);
  const client = useQueryClient();
  const retrying = useMutation({
    mutationFn: (id: string) => call(retryDelivery, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  return (
    <ScrollRegion className="paper" style={{ padding: '14px 18px' }} label={t.troubled}>
      <Title order={2} fz="lg" mb="xs">
        {t.troubled}
      </Title>
      {rows.length ? (
        <Table miw={560} aria-label={t.troubled}>
          <Table.Thead>
            <Table.Tr>
              {[t.at, t.state, t.why].map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
              <Table.Th scope="col">
                <VisuallyHidden>{t.retry}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Th scope="row" fw={500}>
                  {showInstant(row.createdAt)}
                </Table.Th>
                <Table.Td>
                  {row.state === 'dead' ? t.dead : t.waiting(showInstant(row.nextAttemptAt))}
                  <Text fz="sm" c="dimmed">
                    {t.attempts(row.attempts)}
                  </Text>
                </Table.Td>
                <Table.Td>{row.lastError}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t.retryOf(showInstant(row.createdAt))}
                    onClick={() => retrying.mutate(row.id)}
                  >
                    {t.retry}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <Text c="dimmed">{t.troubledEmpty}</Text>
      )}
    </ScrollRegion>
  );
}
