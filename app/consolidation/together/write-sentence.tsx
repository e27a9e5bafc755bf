import { Alert, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Refusal } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import type { Sentence } from '../sentence.ts';
import { SentenceForm, type Written } from '../sentence-form.tsx';
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
  const [box, setBox] = useState<{ from: Written; key: number }>({ from: sentence, key: 0 });
  const [conflict, setConflict] = useState<{ mine: Written; theirs: Theirs } | null>(null);
  usePresence(one.id, sentence.id, true);
  const save = (written: Written, from: Sentence = start) =>
    editing.mutate(
      { do: 'change', sentence: from, base: from.text, written },
      {
        onSuccess: (kept) => {
          if ((kept as { merged?: boolean }).merged) notifications.show({ message: t.didMerge });
          onDone();
        },
        onError: (error) => {
          const theirs = error instanceof Refusal ? (error.problem.theirs as Theirs | undefined) : undefined;
          if (theirs) setConflict({ mine: written, theirs });
        },
      },
    );
  const goOn = (from: Written, theirs: Theirs) => {
    setStart({ ...start, ...theirs });
    setBox({ from, key: box.key + 1 });
    setConflict(null);
  };
  if (conflict) {
    const { mine, theirs } = conflict;
    return (
      <Alert color="orange" title={t.conflict} my={6}>
        <Text fw={600}>{t.mine}</Text>
        <p className="document-text">{mine.text}</p>
        <Text fw={600}>{t.theirs}</Text>
        <p className="document-text">{theirs.text}</p>
        <Group gap="xs" mt={6}>
          <Button size="compact-md" onClick={() => save(mine, { ...start, ...theirs })}>
            {t.keepMine}
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            {t.keepTheirs}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => goOn(behind(theirs.text, mine), theirs)}>
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
        from={box.from}
        onSave={(written) => save(written)}
        onCancel={onDone}
        isSaving={editing.isPending}
      />
    </>
  );
}

/** One's own words behind those of another, with what was bold or italic in them. */
const behind = (first: string, { text, marks, form }: Written): Written => {
  const by = first.length + 1;
  const moved = marks.map((mark) => ({ ...mark, begin: mark.begin + by, end: mark.end + by }));
  return { text: `${first} ${text}`, marks: moved, form };
};
