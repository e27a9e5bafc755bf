import { Anchor, Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showInstant } from '#app/web/show.ts';
import { useViewer } from '#app/web/viewer.ts';
import { Mistake, Part } from '../part.tsx';
import '../people.css';
import { FieldGroups } from './field-groups.tsx';
import * as contract from './personal-data.contract.ts';
import './personal-data.css';
import { personalDataWords } from './personal-data.words.ts';
import { type RequestKind, requestKinds } from './request.ts';
import { RequestLine } from './request-line.tsx';

type Mine = Answer<typeof contract.myData>;

function useChange<G, A>(change: (given: G) => Promise<A>, said: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['my-data'] });
      if (said) notifications.show({ message: said });
    },
    meta: { shownOnPage: true },
  });
}

/** Everybody's own page: all that is kept of them and what they may ask. */
export function MyDataPage() {
  const t = useWords(personalDataWords);
  const viewer = useViewer();
  const { data, error } = useQuery({ queryKey: ['my-data'], queryFn: () => call(contract.myData, {}) });
  const exporting = useChange(async () => saveAs(t.fileName, await call(contract.exportMyData, {})), '');
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const { name, title, email, createdAt } = data.account;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate(undefined)}
        >
          {t.export}
        </Button>
      </PageHeader>
      <div className="person-parts">
        <Part title={t.account} id="account">
          <Text>{t.accountSaid(name, title ?? '', email, showInstant(createdAt).slice(0, 10))}</Text>
          <Anchor component={Link} to={`/people/${viewer.personId}`}>
            {t.myPage}
          </Anchor>
        </Part>
        <Contact mine={data} />
        <Requests mine={data} />
      </div>
      <Part title={t.groups} id="groups">
        <FieldGroups groups={data.groups} />
      </Part>
    </>
  );
}

function saveAs(name: string, value: unknown): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function Contact({ mine }: { mine: Mine }) {
  const t = useWords(personalDataWords);
  const saving = useChange(
    (body: { phone: string; personalEmail: string }) => call(contract.saveMyContact, { body }),
    t.saved,
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (field: string) => String(form.get(field) ?? '').trim();
    saving.mutate({ phone: of('phone'), personalEmail: of('personalEmail') });
  };
  return (
    <Part title={t.contact} id="contact">
      <Text fz="sm" c="dimmed">
        {t.contactHelp}
      </Text>
      <form onSubmit={submit} key={mine.contact.phone + mine.contact.personalEmail}>
        <Group align="end" mt="sm" gap="sm">
          <TextInput
            name="phone"
            type="tel"
            label={t.phone}
            defaultValue={mine.contact.phone}
            maxLength={30}
          />
          <TextInput
            name="personalEmail"
            type="email"
            label={t.personalEmail}
            defaultValue={mine.contact.personalEmail}
            style={{ flex: '1 1 200px' }}
          />
          <Button type="submit" variant="default" loading={saving.isPending}>
            {t.save}
          </Button>
        </Group>
        <Mistake error={saving.error} />
      </form>
      <Text component="h3" fw={600} mt="md" mb={4} fz="md">
        {t.reads}
      </Text>
      {mine.reads.length ? (
        <ul className="person-lines">
          {mine.reads.map((one) => (
            <li key={one.at}>
              <span>{t.readSaid(one.by, one.reason)}</span>
              <Text fz="sm" c="dimmed">
                {showInstant(one.at)}
              </Text>
            </li>
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t.noReads}</Text>
      )}
    </Part>
  );
}

function Requests({ mine }: { mine: Mine }) {
  const t = useWords(personalDataWords);
  const withdrawing = useChange(
    (id: string) => call(contract.withdrawRequest, { params: { id } }),
    t.withdrawn,
  );
  return (
    <Part title={t.requests} id="requests">
      <Text fz="sm" c="dimmed">
        {t.requestHelp(mine.acknowledgeDays)}
      </Text>
      {mine.requests.length ? (
        <ul className="person-lines">
          {mine.requests.map((one) => (
            <RequestLine key={one.id} one={one}>
              {one.state === 'asked' || one.state === 'acknowledged' ? (
                <Button size="xs" variant="default" onClick={() => withdrawing.mutate(one.id)}>
                  {t.withdraw}
                </Button>
              ) : null}
            </RequestLine>
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t.noRequests}</Text>
      )}
      <Mistake error={withdrawing.error} />
      <Ask key={mine.requests.length} />
    </Part>
  );
}

function Ask() {
  const t = useWords(personalDataWords);
  const [kind, setKind] = useState<RequestKind>('correct');
  const [wish, setWish] = useState('');
  const asking = useChange(
    (body: { kind: RequestKind; wish: string }) => call(contract.askAboutMyData, { body }),
    t.asked,
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    asking.mutate({ kind, wish });
  };
  return (
    <form onSubmit={submit}>
      <Stack mt="md" gap="sm">
        <NativeSelect
          label={t.kind}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as RequestKind)}
          data={requestKinds.map((one) => ({ value: one, label: t.kinds[one] }))}
        />
        {kind === 'erase' ? <Text fz="sm">{t.eraseHelp}</Text> : null}
        <Textarea
          label={t.wish}
          required
          minLength={5}
          maxLength={2000}
          autosize
          minRows={2}
          value={wish}
          onChange={(event) => setWish(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={asking.isPending}>
            {t.ask}
          </Button>
        </Group>
        <Mistake error={asking.error} />
      </Stack>
    </form>
  );
}
