import { Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import type { SubjectKind } from './conversation.contract.ts';
import { conversationWords } from './conversation.words.ts';
import type { Named } from './mention.ts';
import { useMention } from './use-mention.ts';

type Said = { words: string; mentions: string[] };
type Props = {
  kind: SubjectKind;
  id: string;
  /** The comment that is changed. */
  first?: { words: string; mentions: Named[] };
  button: string;
  send: (said: Said) => Promise<unknown>;
  cancel?: () => void;
};

/** Words with people named in them: '@' opens the list, arrows and Enter choose, Ctrl+Enter sends. */
export function CommentForm({ kind, id, first, button, send, cancel }: Props) {
  const t = useWords(conversationWords);
  const [words, setWords] = useState(first?.words ?? '');
  const [named, setNamed] = useState<Named[]>(first?.mentions ?? []);
  const field = useRef<HTMLTextAreaElement>(null);
  const mention = useMention({ kind, id, words, field });
  const sending = useMutation({
    mutationFn: () =>
      send({
        words: words.trim(),
        mentions: named.filter(({ name }) => words.includes(`@${name}`)).map(({ personId }) => personId),
      }),
    meta: { shownOnPage: true },
    onSuccess: () => {
      setWords('');
      setNamed([]);
    },
  });
  const choose = (person: Named) => {
    const { words: next, caret } = mention.insert(person);
    setWords(next);
    setNamed((before) => [...before.filter(({ personId }) => personId !== person.personId), person]);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (words.trim() && !sending.isPending) sending.mutate();
    } else mention.keys(event, choose);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim()) sending.mutate();
  };
  return (
    <form onSubmit={submit} className="comment-form no-print" aria-label={t.label}>
      <Textarea
        ref={field}
        label={t.label}
        description={t.help}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={4000}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          mention.moved(event.currentTarget.selectionStart);
        }}
        onKeyDown={keys}
        onKeyUp={(event) => mention.moved(event.currentTarget.selectionStart)}
        onClick={(event) => mention.moved(event.currentTarget.selectionStart)}
        onBlur={mention.close}
        {...mention.fieldProps}
      />
      {mention.people ? (
        <ul {...mention.listProps} className="paper mention-list" aria-label={t.people}>
          {mention.people.map((person, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of its list.
            <li
              key={person.personId}
              {...mention.choiceProps(at)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <b>{person.name}</b>
              <span className="comment-soft">{person.agencyName ? `, ${person.agencyName}` : ''}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <span role="status" className="comment-soft">
        {mention.people ? t.found(mention.people.length) : ''}
      </span>
      {sending.error ? (
        <Text role="alert" fz="sm">
          {sending.error.message}
        </Text>
      ) : null}
      <Group gap="xs" mt={6}>
        <Button type="submit" loading={sending.isPending} disabled={!words.trim()}>
          {button}
        </Button>
        {cancel ? (
          <Button variant="default" onClick={cancel}>
            {t.cancel}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
