import { Box, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { searchQuery } from './search.queries.ts';
import { searchWords } from './search.words.ts';
import { optionId, SearchList } from './search-list.tsx';

export const SEARCH_BOX = 'search-everywhere';
const LIST = 'search-first-results';
const NONE = -1;

/** Searches everything from every page: first results while typing, Enter for all of them. */
export function SearchBox() {
  const t = useWords(searchWords);
  const [text, setText] = useTextOfPage();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(NONE);
  const found = useFirstResults(text);
  const listed = isOpen ? found.groups : undefined;
  const close = () => {
    setOpen(false);
    setChosen(NONE);
  };
  const open = useOpen(text, found.addresses, close);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) open(listed && chosen >= 0 ? chosen : found.addresses.length);
  };
  const press = (event: KeyboardEvent) => {
    const moved = listed ? afterKey(event.key, chosen, found.addresses.length + 1) : null;
    if (event.key === 'Escape') close();
    else if (moved !== null) setChosen(moved);
    else return;
    event.preventDefault();
  };
  return (
    <Box component="form" role="search" onSubmit={submit} className="search-form">
      <TextInput
        id={SEARCH_BOX}
        role="combobox"
        aria-label={t.box}
        aria-autocomplete="list"
        aria-expanded={Boolean(listed)}
        aria-controls={listed ? LIST : undefined}
        aria-activedescendant={listed && chosen >= 0 ? optionId(LIST, chosen) : undefined}
        placeholder={t.box}
        autoComplete="off"
        leftSection={<IconSearch size={16} />}
        size="sm"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setOpen(true);
          setChosen(NONE);
        }}
        onFocus={() => setOpen(Boolean(text))}
        onBlur={close}
        onKeyDown={press}
      />
      {listed ? (
        <SearchList id={LIST} groups={listed} asked={text.trim()} chosen={chosen} open={open} />
      ) : null}
      <VisuallyHidden role="status">{listed ? t.found(found.addresses.length) : ''}</VisuallyHidden>
    </Box>
  );
}

/** The option after a key of the list; null for another key. */
function afterKey(key: string, chosen: number, many: number): number | null {
  if (key === 'ArrowDown') return (chosen + 1) % many;
  if (key === 'ArrowUp') return chosen <= 0 ? many - 1 : chosen - 1;
  return null;
}

function useFirstResults(text: string) {
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery(searchQuery(asked, { most: 4 }));
  const groups = asked.length > 1 && text.trim().length > 1 ? data?.groups : undefined;
  return { groups, addresses: groups?.flatMap(({ hits }) => hits.map(({ to }) => to)) ?? [] };
}

/** Opens what stands at a place of the list; after the last, all results. */
function useOpen(text: string, addresses: string[], close: () => void) {
  const navigate = useNavigate();
  return (option: number) => {
    close();
    const to = addresses[option];
    void navigate(to ? { to } : { to: '/search', search: { q: text.trim() } as never });
  };
}

/** On the page of results the box says what they are results of. */
function useTextOfPage(): [string, (text: string) => void] {
  const q = useRouterState({
    select: ({ location }) =>
      location.pathname === '/search' ? String((location.search as { q?: unknown }).q ?? '') : '',
  });
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  return [text, setText];
}
