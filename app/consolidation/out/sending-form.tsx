import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { recordSending, sendingWays } from './out.contract.ts';
import { outWords } from './out.words.ts';
import type { ShownOut } from './out-panel.tsx';

/** The day and the way a report went to whom it is for. */
export function SendingForm({ id, one, onDone }: { id: string; one: ShownOut; onDone: () => void }) {
  const t = useWords(outWords);
  const client = useQueryClient();
  const [given, setGiven] = useState({
    sentOn: one.today,
    way: 'axis' as (typeof sendingWays)[number],
    sentTo: one.addressee,
    note: '',
  });
  const sending = useMutation({
    mutationFn: () => call(recordSending, { params: { id }, body: given }),
    onSuccess: async () => {
      onDone();
      notifications.show({ message: t.didSend });
      await Promise.all([
        client.invalidateQueries({ queryKey: ['consolidation', id] }),
        client.invalidateQueries({ queryKey: ['ledger', 'consolidation', id] }),
      ]);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  const set = (part: Partial<typeof given>) => setGiven({ ...given, ...part });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t.sentTo}
          required
          value={given.sentTo}
          onChange={(event) => set({ sentTo: event.currentTarget.value })}
        />
        <DayField label={t.sentOn} required value={given.sentOn} onChange={(sentOn) => set({ sentOn })} />
        <NativeSelect
          label={t.way}
          value={given.way}
          onChange={(event) => set({ way: event.currentTarget.value as typeof given.way })}
          data={sendingWays.map((way) => ({ value: way, label: t.ways[way] }))}
        />
        <TextInput
          label={t.note}
          value={given.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <Group>
          <Button type="submit" loading={sending.isPending}>
            {t.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
