import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { useViewer } from '#app/web/viewer.ts';
import { Mistake, Part } from '../part.tsx';
import '../people.css';
import { FieldGroups } from './field-groups.tsx';
import * as contract from './personal-data.contract.ts';
import './personal-data.css';
import { personalDataWords } from './personal-data.words.ts';
import { isOpen } from './request.ts';
import { RequestLine } from './request-line.tsx';

type Queue = Answer<typeof contract.listRequests>;

/** The queue of requests, each settled by somebody else than who asked; and what is past its retention. */
export function PersonalDataPage() {
  const t = useWords(personalDataWords);
  const { data, error } = useQuery({
    queryKey: ['personal-data'],
    queryFn: () => call(contract.listRequests, {}),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const open = data.requests.filter(({ state }) => isOpen(state));
  const settled = data.requests.filter(({ state }) => !isOpen(state));
  return (
    <>
      <PageHeader title={t.queueTitle} lead={t.queueLead} />
      <Stack>
        <Part title={t.queue} id="queue">
          {open.length ? (
            <ul className="person-lines">
              {open.map((one) => (
                <OpenRequest key={one.id} one={one} />
              ))}
            </ul>
          ) : (
            <Text c="dimmed">{t.noQueue}</Text>
          )}
        </Part>
        <Retention notices={data.notices} />
        {settled.length ? (
          <Part title={t.settled} id="settled">
            <ul className="person-lines">
              {settled.map((one) => (
                <RequestLine key={one.id} one={one} name={one.personName} />
              ))}
            </ul>
          </Part>
        ) : null}
        <Part title={t.registry} id="registry">
          <FieldGroups groups={data.groups} />
        </Part>
      </Stack>
    </>
  );
}

function useSettling<G, A>(change: (given: G) => Promise<A>, said: (answer: A) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['personal-data'] });
      notifications.show({ message: said(answer) });
    },
    meta: { shownOnPage: true },
  });
}

function OpenRequest({ one }: { one: Queue['requests'][number] }) {
  const t = useWords(personalDataWords);
  const viewer = useViewer();
  const [reason, setReason] = useState('');
  const params = { id: one.id };
  const acknowledging = useSettling(
    () => call(contract.acknowledgeRequest, { params }),
    () => t.acknowledged,
  );
  const deciding = useSettling(
    (decision: 'granted' | 'refused') => call(contract.decideRequest, { params, body: { decision, reason } }),
    ({ erased }) => t.decided[erased],
  );
  const person = (
    <Anchor component={Link} to={`/people/${one.personId}`}>
      {one.personName}
    </Anchor>
  );
  return (
    <RequestLine one={one} name={person}>
      {one.mayDecide ? (
        <Stack gap="xs" style={{ flex: '1 1 320px' }}>
          {one.kind === 'erase' ? <Text fz="sm">{t.eraseWarning}</Text> : null}
          {one.kind === 'correct' ? <Text fz="sm">{t.correctHelp}</Text> : null}
          <Textarea
            label={t.reason}
            autosize
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group gap="xs">
            <Button
              size="xs"
              disabled={reason.trim().length < 5}
              loading={deciding.isPending}
              onClick={() => deciding.mutate('granted')}
            >
              {t.grant}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={reason.trim().length < 5}
              loading={deciding.isPending}
              onClick={() => deciding.mutate('refused')}
            >
              {t.refuse}
            </Button>
            {one.state === 'asked' ? (
              <Button
                size="xs"
                variant="default"
                loading={acknowledging.isPending}
                onClick={() => acknowledging.mutate(undefined)}
              >
                {t.acknowledge}
              </Button>
            ) : null}
          </Group>
          <Mistake error={deciding.error ?? acknowledging.error} />
        </Stack>
      ) : one.personId === viewer.personId ? (
        <Text fz="sm">{t.own}</Text>
      ) : null}
    </RequestLine>
  );
}

function Retention({ notices }: { notices: Queue['notices'] }) {
  const t = useWords(personalDataWords);
  return (
    <Part title={t.retention} id="retention">
      {notices.length ? (
        <ul className="person-lines">
          {notices.map((notice) => (
            <Notice key={notice.id} notice={notice} />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t.noRetention}</Text>
      )}
    </Part>
  );
}

function Notice({ notice }: { notice: Queue['notices'][number] }) {
  const t = useWords(personalDataWords);
  const { language } = useLanguage();
  const [asked, setAsked] = useState(false);
  const erasing = useSettling(
    () => call(contract.confirmErasure, { params: { id: notice.id } }),
    ({ erased }) => t.erased(erased),
  );
  return (
    <li>
      <Text>{t.notice(notice.count, notice.name[language], showDay(notice.before))}</Text>
      {asked ? (
        <Group gap="xs">
          <Text fz="sm">{t.sure}</Text>
          <Button size="xs" color="red" loading={erasing.isPending} onClick={() => erasing.mutate(undefined)}>
            {t.yes}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsked(false)}>
            {t.cancel}
          </Button>
        </Group>
      ) : (
        <Button size="xs" variant="default" onClick={() => setAsked(true)}>
          {t.confirm}
        </Button>
      )}
      <Mistake error={erasing.error} />
    </li>
  );
}
