import { Alert, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Refusal } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import type { Sentence } from '../sentence.ts';
import { SentenceForm } from '../sentence-form.tsx';
import type { Editing, Shown } from '../use-editing.ts';
import { togetherWords } from './together.words.ts';
import { usePresence } from './use-together.ts';

type Theirs = { text: string; revision: number };

/**
 * Writing in a sentence that others may write in too: the words it began with are remembered, so that what others
 * save meanwhile is kept beside one's own, or shown where the two meet.
 */
export function WriteSentence({
  one,
  sentence,
  editing,
  onDone,
}: {
  one: Shown;
  sentence: Sentence;
  editing: Editing;
  onDone: () => void;
}) {
  const t = useWords(togetherWords);
  const [start, setStart] = useState(sentence);
  const [box, setBox] = useState({ text: sentence.text, key: 0 });
  const [conflict, setConflict] = useState<{ mine: string; theirs: Theirs } | null>(null);
  usePresence(one.id, sentence.id, true);
  const save = (text: string, from: Sentence = start) =>
    editing.mutate(
      { do: 'change', sentence: from, base: from.text, text },
      {
        onSuccess: (kept) => {
          if ((kept as { merged?: boolean }).merged) notifications.show({ message: t.didMerge });
          onDone();
        },
        onError: (error) => {
          const theirs = error instanceof Refusal ? (error.problem.theirs as Theirs | undefined) : undefined;
          if (theirs) setConflict({ mine: text, theirs });
        },
      },
    );
  const goOn = (text: string, theirs: Theirs) => {
    setStart({ ...start, ...theirs });
    setBox({ text, key: box.key + 1 });
    setConflict(null);
  };
  if (conflict) {
    const { mine, theirs } = conflict;
    return (
      <Alert color="orange" title={t.conflict} my={6}>
        <Text fw={600}>{t.mine}</Text>
        <p className="document-text">{mine}</p>
        <Text fw={600}>{t.theirs}</Text>
        <p className="document-text">{theirs.text}</p>
        <Group gap="xs" mt={6}>
          <Button size="compact-md" onClick={() => save(mine, { ...start, ...theirs })}>
            {t.keepMine}
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            {t.keepTheirs}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => goOn(`${theirs.text} ${mine}`, theirs)}>
            {t.joinBoth}
          </Button>
        </Group>
      </Alert>
    );
  }
  return (
    <>
      {sentence.revision !== start.revision ? (
        <Text fz="sm" role="status">
          {t.changed} {t.now(sentence.text)}
        </Text>
      ) : null}
      <SentenceForm
        key={box.key}
        text={box.text}
        onSave={(text) => save(text)}
        onCancel={onDone}
        isSaving={editing.isPending}
      />
    </>
  );
}
