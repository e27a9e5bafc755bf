import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { type HolidayKind, holidayKinds } from '#libraries/calendar/index.ts';
import { type HolidayShown, saveHoliday } from './holiday.contract.ts';
import { holidayWords } from './holiday.words.ts';

/** Adds a day to the calendar, or changes what is said of one. */
export function HolidayForm({ row, close }: { row: HolidayShown | null; close: () => void }) {
  const t = useWords(holidayWords);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: ({ date, ...body }: Omit<HolidayShown, 'origin'>) =>
      call(saveHoliday, { params: { date }, body }),
    onSuccess: async () => {
      notifications.show({ message: t.saved });
      close();
      await Promise.all(['holidays', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const of = (name: string) => String(given.get(name) ?? '');
    saving.mutate({
      date: row?.date ?? of('date'),
      name: of('name'),
      kind: of('kind') as HolidayKind,
      source: of('source'),
      verified: given.has('verified'),
    });
  };
  const title = row ? t.edit(showDay(row.date)) : t.add;
  return (
    <form className="paper" style={{ padding: '14px 18px' }} onSubmit={submit} aria-label={title}>
      <Stack gap="sm" maw={560}>
        <Text fw={600}>{title}</Text>
        {row ? null : <DayField name="date" label={t.date} required data-autofocus />}
        <TextInput name="name" label={t.name} required maxLength={200} defaultValue={row?.name ?? ''} />
        <NativeSelect
          name="kind"
          label={t.kind}
          defaultValue={row?.kind ?? 'swap-off'}
          data={holidayKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <TextInput name="source" label={t.source} required maxLength={500} defaultValue={row?.source ?? ''} />
        <Checkbox name="verified" label={t.verified} defaultChecked={row?.verified ?? true} />
        {saving.error ? <Text c="red">{saving.error.message}</Text> : null}
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            {t.save}
          </Button>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
