import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { AgencyPicker } from '#app/agencies/agency-picker.tsx';
import type { FieldShown, RegisterShown } from '#app/registers/register.contract.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { isNarrowed, type ListView } from './list-view.ts';
import { ReferenceField } from './reference-field.tsx';
import { screenWords } from './screens.words.ts';
import { fieldOf } from './use-register.ts';

/** Filters that are there at once: a register may have a dozen, and its rows should be in sight. */
const FIRST = 2;

type Props = { register: RegisterShown; view: ListView; change: (given: Partial<ListView>) => void };

/** What a list is narrowed by: words, state, agency, and the fields that the register says. */
export function ListFilters({ register, view, change }: Props) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const held = register.filters.slice(FIRST).some((name) => view.filters[name]) || Boolean(view.agency);
  const [isOpened, open] = useState(false);
  const isOpen = isOpened || held;
  const shown = isOpen ? register.filters : register.filters.slice(0, FIRST);
  const search = useDebouncedCallback((q: string) => change({ q }), 250);
  const setFilter = (field: string, value: string) =>
    change({
      filters: Object.fromEntries(
        Object.entries({ ...view.filters, [field]: value }).filter(([, one]) => one),
      ),
    });
  return (
    <search className="register-tools no-print" aria-label={t.filters}>
      <TextInput
        label={t.search}
        type="search"
        defaultValue={view.q ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
      />
      {register.states.length ? (
        <NativeSelect
          label={t.state}
          value={view.state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value })}
          data={[
            { value: '', label: t.any },
            ...register.states.map(({ value, said }) => ({ value, label: said[language] })),
          ]}
        />
      ) : null}
      {shown.map((name) => (
        <OneFilter
          key={name}
          register={register.name}
          field={fieldOf(register, name)}
          value={view.filters[name] ?? ''}
          onChange={(value) => setFilter(name, value)}
        />
      ))}
      {isOpen ? (
        <AgencyPicker
          label={t.agency}
          value={view.agency ?? null}
          onChange={(agency) => change({ agency: agency ?? undefined })}
        />
      ) : (
        <Button variant="default" onClick={() => open(true)}>
          {t.moreFilters}
        </Button>
      )}
      {isNarrowed(view) ? (
        <Button variant="subtle" onClick={() => change({ q: '', state: '', agency: undefined, filters: {} })}>
          {t.clear}
        </Button>
      ) : null}
    </search>
  );
}

type One = { register: string; field: FieldShown; value: string; onChange: (value: string) => void };

function WordsFilter({ field, value, onChange }: One) {
  const { language } = useLanguage();
  const send = useDebouncedCallback(onChange, 300);
  return (
    <TextInput
      label={field.said[language]}
      defaultValue={value}
      onChange={(event) => send(event.currentTarget.value)}
    />
  );
}

function OneOfFilter({ register, field, value, onChange }: One) {
  const { language } = useLanguage();
  if (field.filter!.target)
    return (
      <ReferenceField
        register={register}
        field={{
          ...field,
          hint: null,
          isRequired: false,
          input: { ...field.input, target: field.filter!.target },
        }}
        value={value || null}
        onChange={(id: string | null) => onChange(id ?? '')}
        error={undefined}
        names={{}}
      />
    );
  return (
    <MultiSelect
      label={field.said[language]}
      data={(field.filter!.choices ?? []).map((choice) => ({
        value: choice.value,
        label: choice.said[language],
      }))}
      value={value ? value.split(',') : []}
      onChange={(chosen) => onChange(chosen.join(','))}
      searchable
      clearable
      limit={60}
    />
  );
}

function RangeFilter({ field, value, onChange }: One) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const [from = '', to = ''] = value.split('..');
  const send = (least: string, most: string) => onChange(least || most ? `${least}..${most}` : '');
  const said = field.said[language];
  if (field.filter!.of === 'day')
    return (
      <>
        <DayField label={t.from(said)} value={from} onChange={(day) => send(day, to)} />
        <DayField label={t.to(said)} value={to} onChange={(day) => send(from, day)} />
      </>
    );
  return (
    <>
      <TextInput
        label={t.from(said)}
        inputMode="decimal"
        value={from}
        onChange={(event) => send(event.currentTarget.value, to)}
      />
      <TextInput
        label={t.to(said)}
        inputMode="decimal"
        value={to}
        onChange={(event) => send(from, event.currentTarget.value)}
      />
    </>
  );
}

function YesNoFilter({ field, value, onChange }: One) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  return (
    <NativeSelect
      label={field.said[language]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t.any },
        { value: 'yes', label: t.yes },
        { value: 'no', label: t.no },
      ]}
    />
  );
}

const ways = { words: WordsFilter, 'one-of': OneOfFilter, range: RangeFilter, 'yes-no': YesNoFilter };

function OneFilter(props: One) {
  const Way = ways[props.field.filter?.ask ?? 'words'];
  return <Way {...props} />;
}
