import { Box, Combobox, Text, TextInput, useCombobox, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { MarkedText } from './marked-text.tsx';
import type { Hit, SearchAnswer } from './search.contract.ts';
import { searchQuery } from './search.queries.ts';
import { searchWords } from './search.words.ts';

export const SEARCH_BOX = 'search-everywhere';
/** The value of the last option, which is no thing found. */
const ALL = 'all';

/** Searches everything from every page: first results while typing, Enter for all of them. */
export function SearchBox() {
  const t = useWords(searchWords);
  const navigate = useNavigate();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useTextOfPage();
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery(searchQuery(asked, { most: 4 }));
  const groups = asked.length > 1 && text.trim().length > 1 ? data?.groups : undefined;
  const count = groups?.reduce((sum, { hits }) => sum + hits.length, 0) ?? 0;
  const open = (to: string) => {
    combobox.closeDropdown();
    void navigate(to === ALL ? { to: '/search', search: { q: text.trim() } as never } : { to });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) open(ALL);
  };
  return (
    <Box component="form" role="search" onSubmit={submit} style={{ flex: 1, maxWidth: 520 }}>
      <Combobox store={combobox} onOptionSubmit={open} width="min(600px, calc(100vw - 16px))" shadow="md">
        <Combobox.Target withExpandedAttribute>
          <TextInput
            id={SEARCH_BOX}
            aria-label={t.box}
            aria-autocomplete="list"
            placeholder={t.box}
            autoComplete="off"
            leftSection={<IconSearch size={16} />}
            size="sm"
            value={text}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              combobox.openDropdown();
              combobox.resetSelectedOption();
            }}
            onFocus={() => text && combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!groups}>
          <Combobox.Options aria-label={t.results} mah="min(70vh, 560px)" style={{ overflowY: 'auto' }}>
            {groups?.map((group) => (
              <FirstOf key={group.kind} group={group} />
            ))}
            <Combobox.Option value={ALL}>{count ? t.all(text.trim()) : t.none(text.trim())}</Combobox.Option>
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <VisuallyHidden role="status">{groups ? t.found(count) : ''}</VisuallyHidden>
    </Box>
  );
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

function FirstOf({ group: { kind, hits } }: { group: SearchAnswer['groups'][number] }) {
  const t = useWords(searchWords);
  return (
    <Combobox.Group label={t.kinds[kind]}>
      {hits.map((hit) => (
        <Combobox.Option key={hit.id} value={hit.to} className="search-option">
          <HitLines hit={hit} />
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}

/** A thing found, in two lines. */
export function HitLines({ hit }: { hit: Hit }) {
  const t = useWords(searchWords);
  return (
    <>
      <Text fz="sm" component="div">
        <MarkedText marked={hit.title} />
        {hit.standing ? ` (${t.standing[hit.standing]})` : ''}
      </Text>
      {hit.line ? (
        <div className="search-option-line">
          {hit.byOtherName ? t.byName('') : ''}
          <MarkedText marked={hit.line} />
        </div>
      ) : null}
    </>
  );
}
