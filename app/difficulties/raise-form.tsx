import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AgencyPicker } from '#app/agencies/agency-picker.tsx';
import { call, faultAt } from '#app/web/call.ts';
import { Fault } from '#app/web/fault.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { findAnswers, raiseDifficulty } from './difficulty.contract.ts';
import { difficultyWords } from './difficulty.words.ts';

export type Cause = { cause: string; name: { vi: string; en: string } };
type Props = { part: { assignmentId: string; agencyName: string }; causes: Cause[] };

/** A button that opens into a form; while one writes, answers given before to the like of it are shown. */
export function RaiseForm({ part, causes }: Props) {
  const t = useWords(difficultyWords);
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <OpenForm part={part} causes={causes} close={() => setOpen(false)} />;
  return (
    <Group>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t.raise(part.agencyName)}
      </Button>
    </Group>
  );
}

function OpenForm({ part, causes, close }: Props & { close: () => void }) {
  const t = useWords(difficultyWords);
  const { language } = useLanguage();
  const [cause, setCause] = useState(causes[0]?.cause ?? '');
  const [words, setWords] = useState('');
  const [authorityId, setAuthorityId] = useState<string | null>(null);
  const raising = useRaise(part.assignmentId, close);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    raising.mutate({ cause, words, ...(authorityId ? { authorityId } : {}) });
  };
  const errorAt = (path: string) => faultAt(raising.error, path);
  return (
    <form onSubmit={submit} aria-label={t.raise(part.agencyName)}>
      <Stack gap="sm" maw={600}>
        <NativeSelect
          label={t.cause}
          value={cause}
          onChange={(event) => setCause(event.currentTarget.value)}
          data={causes.map((one) => ({ value: one.cause, label: one.name[language] }))}
          error={errorAt('cause')}
        />
        <Textarea
          label={t.words}
          description={t.wordsHelp}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={4000}
          minLength={5}
          required
          data-autofocus
          error={errorAt('words')}
        />
        <EarlierAnswers cause={cause} words={words} />
        <AgencyPicker
          label={t.directly}
          description={t.directlyHelp}
          value={authorityId}
          onChange={setAuthorityId}
          error={errorAt('authorityId')}
        />
        <Fault error={raising.error} />
        <Group gap="xs">
          <Button type="submit" loading={raising.isPending}>
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

function useRaise(assignmentId: string, close: () => void) {
  const t = useWords(difficultyWords);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { cause: string; words: string; authorityId?: string }) =>
      call(raiseDifficulty, { params: { id: assignmentId }, body }),
    onSuccess: async ({ replyDueOn }) => {
      close();
      notifications.show({ message: t.raised(showDay(replyDueOn)) });
      await Promise.all(
        ['difficulties', 'duties', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}

function EarlierAnswers({ cause, words }: { cause: string; words: string }) {
  const t = useWords(difficultyWords);
  const [asked] = useDebouncedValue(words.trim(), 400);
  const { data } = useQuery({
    queryKey: ['difficulties', 'answers', cause, asked],
    queryFn: () => call(findAnswers, { query: { cause, words: asked } }),
    enabled: asked.length >= 12,
  });
  if (!data?.answers.length) return null;
  return (
    <div role="status">
      <Text fw={600}>{t.earlier}</Text>
      {data.answers.map((one) => (
        <Text key={one.id} fz="sm" mt={4}>
          <Text span c="dimmed" inherit>
            “{one.words}”
          </Text>
          <br />
          {one.answer}
        </Text>
      ))}
    </div>
  );
}
