import { Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { askWords } from './ask.words.ts';

/** A few sentences and the button that sends them; `children` stands between the two. */
export function WordsForm({
  label,
  button,
  send,
  onCancel,
  children,
}: {
  label: string;
  button: string;
  send: (words: string) => Promise<unknown>;
  onCancel?: () => void;
  children?: ReactNode;
}) {
  const t = useWords(askWords);
  const [words, setWords] = useState('');
  const sending = useMutation({ mutationFn: () => send(words), meta: { shownOnPage: true } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <form onSubmit={submit} className="ask-form no-print" aria-label={label}>
      <Textarea
        label={label}
        required
        minLength={3}
        maxLength={4000}
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {children}
      {sending.error ? (
        <Text role="alert" fz="sm">
          {sending.error.message}
        </Text>
      ) : null}
      <Group gap="xs" mt="xs">
        <Button size="compact-md" type="submit" loading={sending.isPending}>
          {button}
        </Button>
        {onCancel ? (
          <Button size="compact-md" variant="default" onClick={onCancel}>
            {t.cancel}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
