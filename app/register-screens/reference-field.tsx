import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findTargets } from '#app/registers/register.contract.ts';
import { call } from '#app/web/call.ts';
import { type FieldProps, useAround } from './use-around.ts';

/** What can be pointed at and is called so, with the names of what is chosen already. */
function useFound(target: string, names: Record<string, string>, chosen: readonly string[]) {
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<Record<string, string>>({});
  const [asked] = useDebouncedValue(typed, 200);
  const { data } = useQuery({
    queryKey: ['register-targets', target, asked],
    queryFn: () => call(findTargets, { query: { target, q: asked } }),
    placeholderData: keepPreviousData,
  });
  const found = data?.found ?? [];
  const held = chosen
    .filter((id) => !found.some((one) => one.id === id))
    .map((id) => ({ value: id, label: known[id] ?? names[id] ?? '…' }));
  const keep = (ids: readonly string[]) =>
    setKnown((before) => ({
      ...before,
      ...Object.fromEntries(found.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])),
    }));
  return {
    typed,
    setTyped,
    keep,
    options: [...held, ...found.map(({ id, name }) => ({ value: id, label: name }))],
  };
}

/** One thing elsewhere, found by typing. */
export function ReferenceField(props: FieldProps) {
  const { field, value, onChange, names } = props;
  const { setTyped, keep, options } = useFound(field.input.target!, names, value ? [value] : []);
  return (
    <Select
      {...useAround(props)}
      data={options}
      value={value ?? null}
      onChange={(id) => {
        keep(id ? [id] : []);
        onChange(id);
      }}
      onSearchChange={setTyped}
      searchable
      clearable
      filter={({ options: all }) => all}
    />
  );
}

/** Several things elsewhere. */
export function ReferencesField(props: FieldProps) {
  const { field, value, onChange, names } = props;
  const { setTyped, keep, options } = useFound(field.input.target!, names, value ?? []);
  return (
    <MultiSelect
      {...useAround(props)}
      data={options}
      value={value ?? []}
      onChange={(ids) => {
        keep(ids);
        onChange(ids);
      }}
      onSearchChange={setTyped}
      searchable
      clearable
      filter={({ options: all }) => all}
    />
  );
}
