import { Button, Code, CopyButton, Group, NativeSelect, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { formWords } from '../form.words.ts';
import type { ShownReport } from '../use-draft.ts';
import {
  listLinks,
  makeLink,
  placeAnswer,
  revokeLink,
  setAnswerAside,
  threeQuestions,
} from './link.contract.ts';
import { linkWords } from './link.words.ts';

type Said = Answer<typeof listLinks>['answers'][number];

/** Links given to associations, and what came through them, to be confirmed into the report or set aside. */
export function AssociationLinks({
  report,
  flush,
  currentRevision,
  onPlaced,
}: {
  report: ShownReport;
  flush: () => Promise<boolean>;
  currentRevision: () => number;
  onPlaced: () => Promise<void>;
}) {
  const t = useWords(formWords);
  const client = useQueryClient();
  const queryKey = ['reports', 'agency', report.id, 'links'];
  const { data } = useQuery({
    queryKey,
    queryFn: () => call(listLinks, { params: { id: report.id } }),
  });
  const [url, setUrl] = useState('');
  const [given, setGiven] = useState({ name: '', expiresOn: report.dueOn });
  const again = () => client.invalidateQueries({ queryKey });
  const making = useMutation({
    mutationFn: () => call(makeLink, { params: { id: report.id }, body: given }),
    onSuccess: async (made) => {
      setUrl(made.url);
      setGiven({ ...given, name: '' });
      await again();
    },
  });
  const revoking = useMutation({
    mutationFn: (id: string) => call(revokeLink, { params: { id } }),
    onSuccess: again,
  });
  if (!data) return null;
  const waiting = data.answers.filter((one) => one.state === 'waiting');
  return (
    <details className="paper report-slot" style={{ padding: 16 }} open={waiting.length > 0}>
      <summary style={{ cursor: 'pointer', minHeight: 24 }}>
        <Title order={2} fz="lg" style={{ display: 'inline' }}>
          {t.links} {waiting.length ? `(${waiting.length})` : ''}
        </Title>
      </summary>
      <Text c="dimmed" fz="sm" my={6}>
        {t.linksHelp}
      </Text>
      {waiting.map((said) => (
        <Waiting
          key={said.id}
          said={said}
          report={report}
          flush={flush}
          currentRevision={currentRevision}
          onPlaced={async () => {
            await again();
            await onPlaced();
          }}
        />
      ))}
      {data.answers
        .filter((one) => one.state !== 'waiting')
        .map((said) => (
          <Text key={said.id} fz="sm" c="dimmed">
            {t.answerOf(said.name, said.saidBy, showInstant(said.sentAt))}.{' '}
            {said.state === 'placed' ? t.placed : `${t.wasSetAside}: ${said.reason}`}
          </Text>
        ))}
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          making.mutate();
        }}
      >
        <Group align="end" mt="sm">
          <TextInput
            label={t.linkName}
            required
            style={{ flex: '1 1 220px' }}
            value={given.name}
            onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
          />
          <DayField
            label={t.linkUntil}
            required
            value={given.expiresOn}
            onChange={(expiresOn) => setGiven((before) => ({ ...before, expiresOn }))}
          />
          <Button type="submit" variant="default" loading={making.isPending}>
            {t.makeLink}
          </Button>
        </Group>
      </form>
      {url ? (
        <div role="status" style={{ marginTop: 8 }}>
          <Text fw={600}>{t.linkOnce}</Text>
          <Group gap={8}>
            <Code style={{ overflowWrap: 'anywhere' }}>{url}</Code>
            <CopyButton value={url}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {copied ? t.copied : t.copy}
                </Button>
              )}
            </CopyButton>
          </Group>
        </div>
      ) : null}
      {data.links.map((link) => (
        <Group key={link.id} justify="space-between" mt={6}>
          <Text fz="sm">
            {link.name}: {showDay(link.expiresOn)},{' '}
            {link.isRevoked ? t.revoked : link.openedAt ? t.opened(showInstant(link.openedAt)) : t.notOpened}
          </Text>
          {link.isRevoked ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t.revoke(link.name)}
              onClick={() => revoking.mutate(link.id)}
            >
              {t.revokeShort}
            </Button>
          )}
        </Group>
      ))}
    </details>
  );
}

/** One answer that waits: staff choose the heading of each part, or say why it is not used. */
function Waiting({
  said,
  report,
  flush,
  currentRevision,
  onPlaced,
}: {
  said: Said;
  report: ShownReport;
  flush: () => Promise<boolean>;
  currentRevision: () => number;
  onPlaced: () => Promise<void>;
}) {
  const t = useWords(formWords);
  const q = useWords(linkWords);
  const writable = report.slots.filter((slot) => slot.writes);
  const slotBy = (...by: string[]) => writable.find((slot) => by.includes(slot.takes?.by ?? ''))?.key ?? '';
  const [places, setPlaces] = useState({
    done: slotBy('rest') || writable[0]!.key,
    stuck: slotBy('difficulties', 'causes'),
    ahead: slotBy('ahead'),
  });
  const [reason, setReason] = useState('');
  const parts = threeQuestions
    .map((question, index) => ({ question, text: said.answers[index]!.trim() }))
    .filter(({ text }) => text);
  const chosen = parts.filter(({ question }) => places[question]);
  const placing = useMutation({
    mutationFn: async () => {
      if (!(await flush())) return;
      const body = {
        revision: currentRevision(),
        places: chosen.map(({ question, text }) => ({ question, text, slot: places[question] })),
      };
      await call(placeAnswer, { params: { id: said.id }, body });
    },
    onSuccess: onPlaced,
  });
  const leaving = useMutation({
    mutationFn: () => call(setAnswerAside, { params: { id: said.id }, body: { reason } }),
    onSuccess: onPlaced,
  });
  return (
    <article className="report-paragraph">
      <Text fw={600}>{t.answerOf(said.name, said.saidBy, showInstant(said.sentAt))}</Text>
      {parts.map(({ question, text }) => (
        <div key={question} style={{ margin: '6px 0' }}>
          <Text fz="sm" c="dimmed">
            {q.questions[question]}
          </Text>
          <p className="document-text" style={{ margin: '2px 0' }}>
            {text}
          </p>
          <NativeSelect
            label={t.placeInto(q.questions[question])}
            value={places[question]}
            onChange={(event) => setPlaces({ ...places, [question]: event.currentTarget.value })}
            data={[
              { value: '', label: t.leaveOut },
              ...writable.map((slot) => ({ value: slot.key, label: `${slot.key}. ${slot.heading}` })),
            ]}
          />
        </div>
      ))}
      <Group align="end" mt="xs">
        <Button loading={placing.isPending} disabled={!chosen.length} onClick={() => placing.mutate()}>
          {t.place}
        </Button>
        <TextInput
          label={t.setAsideReason}
          style={{ flex: '1 1 180px' }}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button variant="default" disabled={!reason.trim()} onClick={() => leaving.mutate()}>
          {t.setAside}
        </Button>
      </Group>
    </article>
  );
}
