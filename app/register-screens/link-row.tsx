import { Button, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changeRow, listRegisters, listRows, showRow } from '#app/registers/register.contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { screenWords } from './screens.words.ts';
import { useRefresh } from './use-register.ts';

/** Links a row of a register to a duty, as what shows the work: the register first, then the row by typing. */
export function LinkRow({ dutyId, close }: { dutyId: string; close: () => void }) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const refresh = useRefresh();
  const [register, setRegister] = useState<string | null>(null);
  const [id, setId] = useState<string | null>(null);
  const { data } = useQuery({ queryKey: ['registers'], queryFn: () => call(listRegisters, {}) });
  const linking = useMutation({
    mutationFn: () => linkRow(register!, id!, dutyId),
    onSuccess: async () => {
      await refresh();
      notifications.show({ message: t.linked });
      close();
    },
    meta: { shownOnPage: true },
  });
  return (
    <form
      aria-label={t.linkRow}
      onSubmit={(event) => {
        event.preventDefault();
        linking.mutate();
      }}
    >
      <Group align="end" gap="sm">
        <Select
          label={t.whichRegister}
          data={(data?.headings ?? []).flatMap(({ registers }) =>
            registers
              .filter(({ mayWrite }) => mayWrite)
              .map(({ name, said }) => ({ value: name, label: said[language] })),
          )}
          value={register}
          onChange={(name) => {
            setRegister(name);
            setId(null);
          }}
          searchable
          data-autofocus
          flex="1 1 220px"
        />
        {register ? <RowSelect key={register} register={register} id={id} choose={setId} /> : null}
        <Button type="submit" disabled={!id} loading={linking.isPending}>
          {t.link}
        </Button>
        <Button variant="default" onClick={close}>
          {t.cancel}
        </Button>
      </Group>
      {linking.error ? (
        <Text role="alert" mt="xs">
          {linking.error.message}
        </Text>
      ) : null}
    </form>
  );
}

type RowProps = { register: string; id: string | null; choose: (id: string | null) => void };

function RowSelect({ register, id, choose }: RowProps) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const { data } = useQuery({
    queryKey: ['registers', register, 'rows', 'to-link', q],
    queryFn: () => call(listRows, { params: { register }, query: { q, language } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      label={t.whichRow}
      data={(data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.title} (${row.agencyName})` }))}
      value={id}
      onChange={choose}
      onSearchChange={setTyped}
      searchable
      filter={({ options }) => options}
      nothingFoundMessage={t.noRowToLink}
      flex="1 1 260px"
    />
  );
}

/** Every register has the duties of a row as a field of its own; what stands there stays. */
async function linkRow(register: string, id: string, dutyId: string): Promise<void> {
  const params = { register, id };
  const { revision, values } = await call(showRow, { params, query: {} });
  const duties = [...new Set([...((values.duties ?? []) as string[]), dutyId])];
  await call(changeRow, { params, body: { revision, values: { duties } } });
}
