import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { consolidationWords } from './consolidation.words.ts';

/** Words of a sentence being written; Ctrl+Enter saves, Escape leaves. */
export function SentenceForm({
  text,
  onSave,
  onCancel,
  isSaving,
}: {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
  isSaving: boolean;
}) {
  const t = useWords(consolidationWords);
  const [written, setWritten] = useState(text);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (written.trim()) onSave(written);
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        aria-label={t.words}
        autosize
        minRows={2}
        autoFocus
        classNames={{ input: 'document-text' }}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <Group gap="xs" my={6}>
        <Button type="submit" size="compact-md" loading={isSaving}>
          {t.save}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
      </Group>
    </form>
  );
}
