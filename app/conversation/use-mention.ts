import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { call } from '#app/web/call.ts';
import { findToMention, type SubjectKind } from './conversation.contract.ts';
import { type Named, typedName } from './mention.ts';

type Asked = {
  kind: SubjectKind;
  id: string;
  words: string;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** The list of people behind an '@' in a field: what is typed narrows it, arrows move in it, Enter or Tab chooses. */
export function useMention({ kind, id, words, field }: Asked) {
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const typed = caret === null ? null : typedName(words, caret);
  const { data } = useQuery({
    queryKey: ['conversations', kind, id, 'people', typed?.text ?? ''],
    queryFn: () => call(findToMention, { params: { kind, id }, query: { text: typed?.text ?? '' } }),
    enabled: typed !== null,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  const people = typed ? data?.people : undefined;
  const close = () => setCaret(null);
  const insert = ({ name }: Named) => {
    const from = typed?.from ?? words.length;
    const until = caret ?? words.length;
    close();
    const head = `${words.slice(0, from)}@${name} `;
    return { words: head + words.slice(until).replace(/^ /, ''), caret: head.length };
  };
  const keys = (event: KeyboardEvent, choose: (person: Named) => void) => {
    if (!people?.length) return;
    const { key } = event;
    if (key === 'ArrowDown') setActive((active + 1) % people.length);
    else if (key === 'ArrowUp') setActive((active + people.length - 1) % people.length);
    else if (key === 'Enter' || key === 'Tab') choose(people[active] ?? people[0]!);
    else if (key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  const choiceId = (at: number) => `${listId}-${at}`;
  return {
    people,
    keys,
    insert,
    close,
    /** The caret moved; what is chosen begins anew when other letters stand before it. */
    moved: (at: number) => {
      if (at !== caret && field.current) setActive(0);
      setCaret(typedName(field.current?.value ?? words, at) ? at : null);
    },
    fieldProps: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': people ? listId : undefined,
      'aria-activedescendant': people?.length ? choiceId(active) : undefined,
    },
    listProps: { id: listId, role: 'listbox' as const },
    choiceProps: (at: number) => ({
      id: choiceId(at),
      role: 'option' as const,
      'aria-selected': at === active,
    }),
  };
}
