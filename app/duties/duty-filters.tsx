import { Button, Group, NativeSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { type AssignmentState, assignmentStates } from './assignment.ts';
import { listDutyFilters, NO_GROUP, sorts } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { type DutyView, isNarrowed, noFilter } from './duty-view.ts';
import { stateWords } from './duty-words-of-state.ts';
import { MoreFilters } from './views/more-filters.tsx';
import { PrintedFilter } from './views/printed-filter.tsx';

type Props = { view: DutyView; change: (change: Partial<DutyView>) => void };

/** Narrows the list; everything chosen is in the address. On a phone the choices open on demand. */
export function DutyFilters({ view, change }: Props) {
  const t = useWords(dutyWords);
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure(false);
  const inUse = [view.agency, view.group ?? view.document, view.state].filter(Boolean).length;
  return (
    <>
      <PrintedFilter view={view} />
      <Group component="section" aria-label={t.filters} my="md" gap="sm" align="end" className="no-print">
        <SearchText view={view} change={change} />
        {narrow ? (
          <Button
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={16} />}
            aria-expanded={opened}
            onClick={toggle}
          >
            {t.filtersOn(inUse)}
          </Button>
        ) : null}
        {!narrow || opened ? (
          <>
            <Choices view={view} change={change} narrow={narrow} />
            <MoreFilters view={view} change={change} />
          </>
        ) : null}
        {isNarrowed(view) ? (
          <Button variant="default" onClick={() => change(noFilter)}>
            {t.clear}
          </Button>
        ) : null}
      </Group>
    </>
  );
}

function Choices({ view, change, narrow }: Props & { narrow: boolean }) {
  const t = useWords(dutyWords);
  const { language } = useLanguage();
  const { data } = useQuery({ queryKey: ['duties', 'filters'], queryFn: () => call(listDutyFilters, {}) });
  const { agencies = [], documents = [], groups = [] } = data ?? {};
  return (
    <>
      <Select
        label={t.agency}
        data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        value={view.agency ?? null}
        onChange={(agency) => change({ agency: agency ?? undefined, ...(agency ? { whose: 'all' } : {}) })}
        searchable
        clearable
        className="duty-filter"
      />
      {documents.length > 1 ? (
        <Select
          label={t.document}
          data={documents.map(({ id, symbol, title }) => ({ value: id, label: symbol ?? title ?? id }))}
          value={view.document ?? null}
          onChange={(document) => change({ document: document ?? undefined, group: undefined })}
          searchable
          clearable
          className="duty-filter"
        />
      ) : null}
      <GroupSelect groups={groups} documents={documents} view={view} change={change} />
      <Select
        label={t.state}
        data={assignmentStates.map((state) => ({
          value: state,
          label: upperFirst(stateWords[language][state]),
        }))}
        value={view.state ?? null}
        onChange={(state) => change({ state: (state as AssignmentState | null) ?? undefined })}
        clearable
        className="duty-filter"
      />
      {narrow ? (
        <NativeSelect
          label={t.sort}
          data={sorts.map((sort) => ({ value: sort, label: t.columns[sort] }))}
          value={view.sort ?? 'position'}
          onChange={(event) =>
            change({ sort: event.currentTarget.value as DutyView['sort'], down: undefined })
          }
          className="duty-filter"
        />
      ) : null}
    </>
  );
}

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Searches while one types; follows the address when it changes from elsewhere (the search box on top). */
function SearchText({ view, change }: Props) {
  const t = useWords(dutyWords);
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef(view.text ?? '');
  const search = useDebouncedCallback((text: string) => change({ text: text || undefined }), 250);
  useEffect(() => {
    const text = view.text ?? '';
    if (input.current && text !== typed.current) input.current.value = text;
    typed.current = text;
  }, [view.text]);
  return (
    <TextInput
      ref={input}
      label={t.search}
      defaultValue={view.text ?? ''}
      onChange={(event) => {
        typed.current = event.currentTarget.value.trim();
        search(typed.current);
      }}
      leftSection={<IconSearch size={16} />}
      maxLength={200}
      placeholder={t.searchIn}
      className="duty-search"
    />
  );
}

type GroupChoices = {
  groups: { documentId: string; path: string; start: string }[];
  documents: { id: string; symbol: string | null }[];
};

/** A task group belongs to its document: choosing one chooses both. */
function GroupSelect({ groups, documents, view, change }: GroupChoices & Props) {
  const t = useWords(dutyWords);
  const shown = groups.filter((group) => !view.document || group.documentId === view.document);
  const option = (group: (typeof groups)[number]) => ({
    value: `${group.documentId} ${group.path}`,
    label: `${group.path}. ${group.start}`,
  });
  const data = documents
    .map(({ id, symbol }) => ({
      group: symbol ?? '–',
      items: shown.filter((group) => group.documentId === id).map(option),
    }))
    .filter(({ items }) => items.length)
    .map(({ group, items }) => ({
      group,
      items: [...items, { value: `${items[0]!.value.split(' ')[0]} ${NO_GROUP}`, label: t.noGroup }],
    }));
  return (
    <Select
      label={t.group}
      data={data.length > 1 ? data : (data[0]?.items ?? [])}
      value={view.group && view.document ? `${view.document} ${view.group}` : null}
      onChange={(value) => {
        const [document, group] = value?.split(' ') ?? [];
        change(
          group
            ? { document, group }
            : { group: undefined, document: data.length > 1 ? view.document : undefined },
        );
      }}
      searchable
      clearable
      comboboxProps={{ width: 360, position: 'bottom-start' }}
      className="duty-filter"
    />
  );
}
