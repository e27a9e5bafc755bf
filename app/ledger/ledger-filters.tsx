import { Button, Group, NativeSelect, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import type { recentLedger } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';

export type LedgerView = {
  subjectKind?: string | undefined;
  person?: string | undefined;
  agency?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  words?: string | undefined;
};
type Choices = Pick<Answer<typeof recentLedger>, 'kinds' | 'people' | 'agencies'>;

/** By kind, person, agency, days and words; the address keeps them. */
export function LedgerFilters({ kinds, people, agencies, view }: Choices & { view: LedgerView }) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [words, setWords] = useState(view.words ?? '');
  const go = (change: LedgerView) =>
    void navigate({
      to: '/ledger',
      search: emptied({ ...view, words: words || undefined, ...change }) as never,
      replace: true,
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go({});
  };
  const options = (rows: { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form className="paper ledger-filters" onSubmit={submit}>
      <NativeSelect
        label={t.subjectKind}
        data={[
          { value: '', label: t.everything },
          ...kinds.map(({ kind, name }) => ({ value: kind, label: name[language] })),
        ]}
        value={view.subjectKind ?? ''}
        onChange={(event) => go({ subjectKind: event.currentTarget.value || undefined })}
      />
      <Select
        label={t.person}
        placeholder={t.everything}
        data={options(people)}
        value={view.person ?? null}
        onChange={(value) => go({ person: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t.clear }}
      />
      <Select
        label={t.agency}
        placeholder={t.everything}
        data={options(agencies)}
        value={view.agency ?? null}
        onChange={(value) => go({ agency: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t.clear }}
      />
      <DayField label={t.from} value={view.from ?? ''} onChange={(day) => go({ from: day || undefined })} />
      <DayField label={t.to} value={view.to ?? ''} onChange={(day) => go({ to: day || undefined })} />
      <TextInput
        className="wide"
        label={t.words}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" variant="default">
          {t.find}
        </Button>
        {Object.values(view).some(Boolean) ? (
          <Button
            variant="subtle"
            onClick={() => void navigate({ to: '/ledger', search: {} as never, replace: true })}
          >
            {t.clear}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}

const emptied = (view: LedgerView) =>
  Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined && value !== ''));
