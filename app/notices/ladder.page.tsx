import { Button, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import type { Ladder } from './ladder.ts';
import { ladderWords } from './ladder.words.ts';
import { restoreLadder, saveLadder, showLadder, tryLadder } from './notice.contract.ts';
import { RungRow } from './rung-row.tsx';
import { TriedLadder } from './tried-ladder.tsx';
import './notices.css';

/** The ladder of reminders: edited, tried on the next 30 days, kept. */
export function LadderPage() {
  const { data, error } = useQuery({ queryKey: ['notices', 'ladder'], queryFn: () => call(showLadder, {}) });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return <Shown key={JSON.stringify(data.ladder)} data={data} />;
}

type Data = Awaited<ReturnType<typeof call<typeof showLadder>>>;

function Shown({ data }: { data: Data }) {
  const t = useWords(ladderWords);
  const viewer = useViewer();
  const [ladder, setLadder] = useState<Ladder>(data.ladder);
  const change = (part: Partial<Ladder>) => setLadder((before) => ({ ...before, ...part }));
  const trying = useMutation({ mutationFn: () => call(tryLadder, { body: ladder }) });
  const mayTry = holds(viewer, 'administrator', 'focal-officer', 'leader', 'inspector');
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        {mayTry ? (
          <Button
            leftSection={<IconPlayerPlay size={18} />}
            variant={data.mayKeep ? 'default' : 'filled'}
            loading={trying.isPending}
            onClick={() => trying.mutate()}
          >
            {t.try}
          </Button>
        ) : null}
        {data.mayKeep ? <Keep ladder={ladder} isOwn={data.isOwn} /> : null}
      </PageHeader>
      <Stack>
        {mayTry ? <TriedLadder tried={trying.data} /> : null}
        <section className="paper" style={{ padding: '14px 18px' }}>
          <Title order={2} fz="lg">
            {t.rungs}
          </Title>
          <Text c="dimmed" fz="sm" mb="xs">
            {data.isOwn ? t.own : t.shipped}. {t.source}: {data.ladder.source}
          </Text>
          {ladder.rungs.map((rung, at) => (
            <RungRow
              // biome-ignore lint/suspicious/noArrayIndexKey: rungs have no other name, and keep their order.
              key={at}
              rung={rung}
              number={at + 1}
              mayKeep={data.mayKeep}
              change={(next) => change({ rungs: ladder.rungs.map((one, i) => (i === at ? next : one)) })}
              remove={() => change({ rungs: ladder.rungs.filter((_, i) => i !== at) })}
            />
          ))}
          {data.mayKeep ? (
            <Text c="dimmed" fz="sm" mt="xs">
              {t.letterHint}
            </Text>
          ) : null}
          {data.mayKeep ? (
            <Button
              mt="xs"
              variant="subtle"
              leftSection={<IconPlus size={16} />}
              onClick={() =>
                change({
                  rungs: [...ladder.rungs, { when: 'before-due', days: 3, level: 'doer', channel: 'app' }],
                })
              }
            >
              {t.add}
            </Button>
          ) : null}
        </section>
        <Hours ladder={ladder} mayKeep={data.mayKeep} change={change} />
        {data.ledgerId ? (
          <section className="paper" style={{ padding: '14px 18px' }}>
            <Title order={2} fz="lg" mb="sm">
              {t.history}
            </Title>
            <LedgerOf subjectKind="notices" subjectId={data.ledgerId} />
          </section>
        ) : null}
      </Stack>
    </>
  );
}

type HoursProps = { ladder: Ladder; mayKeep: boolean; change: (part: Partial<Ladder>) => void };

function Hours({ ladder, mayKeep, change }: HoursProps) {
  const t = useWords(ladderWords);
  return (
    <section className="paper" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="lg" mb="xs">
        {t.hours}
      </Title>
      <Group align="end">
        <TextInput
          type="time"
          label={t.sendFrom}
          value={ladder.sendFrom}
          readOnly={!mayKeep}
          onChange={(event) => change({ sendFrom: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t.sendUntil}
          value={ladder.sendUntil}
          readOnly={!mayKeep}
          onChange={(event) => change({ sendUntil: event.currentTarget.value })}
        />
      </Group>
      <NumberInput
        mt="sm"
        maw={420}
        label={t.answerHolds}
        min={0}
        max={30}
        hideControls
        value={ladder.answerHolds}
        readOnly={!mayKeep}
        onChange={(value) => change({ answerHolds: Number(value) || 0 })}
      />
      {mayKeep ? (
        <TextInput
          mt="sm"
          label={t.source}
          value={ladder.source}
          maxLength={600}
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
      ) : null}
    </section>
  );
}

function Keep({ ladder, isOwn }: { ladder: Ladder; isOwn: boolean }) {
  const t = useWords(ladderWords);
  const client = useQueryClient();
  const done = (message: string) => {
    notifications.show({ message });
    return Promise.all(['notices', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
  const saving = useMutation({
    mutationFn: () => call(saveLadder, { body: ladder }),
    onSuccess: () => done(t.saved),
  });
  const restoring = useMutation({
    mutationFn: () => call(restoreLadder, {}),
    onSuccess: () => done(t.restored),
  });
  return (
    <>
      {isOwn ? (
        <Button variant="default" loading={restoring.isPending} onClick={() => restoring.mutate()}>
          {t.restore}
        </Button>
      ) : null}
      <Button loading={saving.isPending} onClick={() => saving.mutate()}>
        {t.save}
      </Button>
    </>
  );
}
