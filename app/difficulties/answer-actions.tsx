import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { AnswerForm } from './answer-form.tsx';
import { actOnDifficulty, type DifficultyShown } from './difficulty.contract.ts';
import { type DifficultyAction, needsWords, type WithWords } from './difficulty.ts';
import { difficultyWords } from './difficulty.words.ts';

export type Answer = {
  action: DifficultyAction;
  words?: string;
  authorityId?: string;
  alsoFor?: string[];
  followUp?: { text: string; agencyIds: string[]; dueOn: string | null };
};

/** An answer that goes is a step of others too: it says first what it takes along. */
const opens = (action: DifficultyAction): action is WithWords | 'recall' =>
  needsWords(action) || action === 'recall';

/** What the viewer may do to a difficulty, and beside it what others know to do; all but taking back asks first. */
export function AnswerActions({ one, children }: { one: DifficultyShown; children?: ReactNode }) {
  const t = useWords(difficultyWords);
  const [open, setOpen] = useState<WithWords | 'recall' | null>(null);
  const client = useQueryClient();
  const acting = useMutation({
    mutationFn: (body: Answer) => call(actOnDifficulty, { params: { id: one.id }, body }),
    onSuccess: async (_, { action }) => {
      setOpen(null);
      notifications.show({ message: t.done[action] });
      await Promise.all(
        ['difficulties', 'duties', 'ledger', 'home'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
  return (
    <>
      <Group gap="xs" mt="sm">
        {one.actions.map((action, at) => (
          <Button
            key={action}
            size="compact-md"
            variant={at === 0 && needsWords(action) ? 'filled' : 'default'}
            aria-expanded={opens(action) ? open === action : undefined}
            onClick={() =>
              opens(action) ? setOpen(open === action ? null : action) : acting.mutate({ action })
            }
          >
            {t.actions[action]}
          </Button>
        ))}
        {children}
      </Group>
      {open === 'recall' ? (
        <section className="difficulty-recall" aria-label={t.actions.recall}>
          <Text>{t.recallTakes(one.followUpId !== null)}</Text>
          {acting.error ? <Text c="red">{acting.error.message}</Text> : null}
          <Group gap="xs" mt="xs">
            <Button loading={acting.isPending} onClick={() => acting.mutate({ action: 'recall' })}>
              {t.actions.recall}
            </Button>
            <Button variant="default" onClick={() => setOpen(null)}>
              {t.cancel}
            </Button>
          </Group>
        </section>
      ) : open ? (
        <AnswerForm
          key={open}
          one={one}
          action={open}
          pending={acting.isPending}
          error={acting.error}
          send={acting.mutate}
          close={() => setOpen(null)}
        />
      ) : acting.error ? (
        <Text c="red">{acting.error.message}</Text>
      ) : null}
    </>
  );
}
