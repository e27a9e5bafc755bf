import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { AsPrinted, FormatTools } from '#app/reports/format-tools.tsx';
import { rebaseMarks } from '#app/reports/marks.ts';
import { useWords } from '#app/web/language.tsx';
import { consolidationWords } from './consolidation.words.ts';
import type { Sentence } from './sentence.ts';

/** Words with what NĐ 30 prints besides them. */
export type Written = Pick<Sentence, 'text' | 'marks' | 'form'>;
export const nothingWritten: Written = { text: '', marks: [], form: 'text' };

/** A sentence being written; Ctrl+Enter saves, Escape leaves. */
export function SentenceForm({
  from,
  onSave,
  onCancel,
  isSaving,
}: {
  from: Written;
  onSave: (written: Written) => void;
  onCancel: () => void;
  isSaving: boolean;
}) {
  const t = useWords(consolidationWords);
  const area = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState<Written>({ text: from.text, marks: from.marks, form: from.form });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (written.text.trim()) onSave(written);
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        ref={area}
        aria-label={t.words}
        autosize
        minRows={2}
        autoFocus
        classNames={{ input: 'document-text' }}
        value={written.text}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setWritten({ ...written, text, marks: rebaseMarks(written.marks, written.text, text) });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <AsPrinted of={written} label={written.form === 'point' ? 'a)' : null} />
      <Group gap="xs" my={6} justify="space-between">
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={isSaving}>
            {t.save}
          </Button>
          <Button size="compact-md" variant="default" onClick={onCancel}>
            {t.cancel}
          </Button>
        </Group>
        <Group gap={2}>
          <FormatTools
            of={written}
            area={area}
            put={(part) => setWritten({ ...written, ...part })}
            nameOf={(what) => what}
          />
        </Group>
      </Group>
    </form>
  );
}
