import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
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

/** What the viewer may do to a difficulty; all but taking back asks for words. */
export function AnswerActions({ one }: { one: DifficultyShown }) {
  const t = useWords(difficultyWords);
  const [open, setOpen] = useState<WithWords | null>(null);
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
  if (!one.actions.length) return null;
  return (
    <>
      <Group gap="xs" mt="sm">
        {one.actions.map((action, at) => (
          <Button
            key={action}
            size="compact-md"
            variant={at === 0 && needsWords(action) ? 'filled' : 'default'}
            aria-expanded={needsWords(action) ? open === action : undefined}
            onClick={() =>
              needsWords(action) ? setOpen(open === action ? null : action) : acting.mutate({ action })
            }
          >
            {t.actions[action]}
          </Button>
        ))}
      </Group>
      {open ? (
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
