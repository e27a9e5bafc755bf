import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AgenciesPicker, AgencyPicker } from '#app/agencies/agency-picker.tsx';
import { call, faultAt } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { Fault } from '#app/web/fault.tsx';
import { useWords } from '#app/web/language.tsx';
import type { Answer } from './answer-actions.tsx';
import { type DifficultyShown, showDifficulty } from './difficulty.contract.ts';
import type { WithWords } from './difficulty.ts';
import { difficultyWords } from './difficulty.words.ts';

type Props = {
  one: DifficultyShown;
  action: WithWords;
  pending: boolean;
  error: Error | null;
  send: (answer: Answer) => void;
  close: () => void;
};

/** Answering, proposing upwards, or passing on; an answer may settle like ones and give out work. */
export function AnswerForm({ one, action, pending, error, send, close }: Props) {
  const t = useWords(difficultyWords);
  const [words, setWords] = useState('');
  const [authorityId, setAuthorityId] = useState<string | null>(null);
  const [alsoFor, setAlsoFor] = useState<string[]>([]);
  const [work, setWork] = useState<Work | null>(null);
  const errorAt = (path: string) => faultAt(error, path);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({
      action,
      ...(words.trim() ? { words } : {}),
      ...(authorityId ? { authorityId } : {}),
      ...(action === 'answer' ? { alsoFor } : {}),
      ...(action === 'answer' && work ? { followUp: { ...work, dueOn: work.dueOn || null } } : {}),
    });
  };
  const label = { answer: t.answerLabel, 'pass-up': t.proposalLabel, 'pass-on': t.note }[action];
  return (
    <form onSubmit={submit} aria-label={t.actions[action]}>
      <Stack gap="sm" mt="sm" maw={600}>
        {action === 'pass-on' ? (
          <AgencyPicker
            label={t.authority}
            required
            value={authorityId}
            onChange={setAuthorityId}
            error={errorAt('authorityId')}
          />
        ) : null}
        <Textarea
          label={label}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={4000}
          required={action !== 'pass-on'}
          data-autofocus
          error={errorAt('words')}
        />
        {action === 'answer' ? (
          <>
            <Alike id={one.id} chosen={alsoFor} choose={setAlsoFor} />
            <Checkbox
              label={t.giveWork}
              checked={work !== null}
              onChange={(event) => setWork(event.currentTarget.checked ? noWork : null)}
            />
            {work ? <WorkFields work={work} change={setWork} /> : null}
          </>
        ) : null}
        <Fault error={error} />
        <Group gap="xs">
          <Button type="submit" loading={pending}>
            {t.send}
          </Button>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Work = { text: string; agencyIds: string[]; dueOn: string };
const noWork: Work = { text: '', agencyIds: [], dueOn: '' };

function WorkFields({ work, change }: { work: Work; change: (work: Work) => void }) {
  const t = useWords(difficultyWords);
  return (
    <Stack gap="sm" pl="md" style={{ borderLeft: '3px solid var(--line)' }}>
      <Textarea
        label={t.workText}
        value={work.text}
        onChange={(event) => change({ ...work, text: event.currentTarget.value })}
        autosize
        required
        minLength={5}
      />
      <AgenciesPicker
        label={t.workAgencies}
        required
        value={work.agencyIds}
        onChange={(agencyIds) => change({ ...work, agencyIds })}
      />
      <DayField label={t.workDue} value={work.dueOn} onChange={(day) => change({ ...work, dueOn: day })} />
    </Stack>
  );
}

function Alike(props: { id: string; chosen: string[]; choose: (ids: string[]) => void }) {
  const t = useWords(difficultyWords);
  const { data } = useQuery({
    queryKey: ['difficulties', 'one', props.id],
    queryFn: () => call(showDifficulty, { params: { id: props.id } }),
  });
  if (!data) return null;
  return (
    <>
      {data.earlierAnswers.map((earlier) => (
        <Text key={earlier.id} fz="sm">
          <b>{t.earlier}:</b> “{earlier.words}” → {earlier.answer}
        </Text>
      ))}
      {data.alike.length ? (
        <Checkbox.Group label={t.alike} value={props.chosen} onChange={props.choose}>
          <Stack gap={6} mt={6}>
            {data.alike.map((other) => (
              <Checkbox key={other.id} value={other.id} label={`${other.agencyName}: ${other.words}`} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : null}
    </>
  );
}
