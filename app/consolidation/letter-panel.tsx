import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { LetterForm, tidyLetter } from '#app/reports/letter-form.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { changeLetter } from './consolidation.contract.ts';
import { consolidationWords } from './consolidation.words.ts';
import type { Shown } from './use-editing.ts';

/** The form of this very report, begun from its definition. */
export function LetterPanel({ one }: { one: Shown }) {
  const t = useWords(consolidationWords);
  const client = useQueryClient();
  const [letter, setLetter] = useState(one.letter);
  const saving = useMutation({
    mutationFn: () =>
      call(changeLetter, {
        params: { id: one.id },
        body: { revision: one.revision, letter: tidyLetter(letter) },
      }),
    onSuccess: async () => {
      notifications.show({ message: t.letterSaved });
      await client.invalidateQueries({ queryKey: ['consolidation', one.id] });
    },
  });
  if (!one.mayEdit) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <details className="paper" style={{ padding: 14 }}>
      <summary style={{ minHeight: 24, cursor: 'pointer' }}>
        <Text span fw={600}>
          {t.letter}
        </Text>
      </summary>
      <form onSubmit={submit}>
        <Stack gap="sm" mt="sm">
          <LetterForm letter={letter} change={setLetter} />
          <Button type="submit" loading={saving.isPending}>
            {t.saveLetter}
          </Button>
        </Stack>
      </form>
    </details>
  );
}
