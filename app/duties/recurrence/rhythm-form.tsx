import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { setRhythm } from './recurrence.contract.ts';
import { recurrenceWords } from './recurrence.words.ts';

/** Words of a document, in the language of documents. */
const usual = ['định kỳ hằng tháng', 'định kỳ hằng quý', 'định kỳ 6 tháng', 'định kỳ hằng năm'];

/** How often a duty comes back, in words; the usual ones at one press. */
export function RhythmForm({ dutyId, now, close }: { dutyId: string; now: string; close: () => void }) {
  const t = useWords(recurrenceWords);
  const client = useQueryClient();
  const [said, setSaid] = useState(now);
  const [byWindow, setByWindow] = useState(false);
  const saving = useMutation({
    mutationFn: () => call(setRhythm, { params: { id: dutyId }, body: { words: said, byWindow } }),
    onSuccess: async () => {
      close();
      notifications.show({ message: t.saved });
      await Promise.all(['duties', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form onSubmit={submit} aria-label={t.set}>
      <Stack gap="sm" mt="sm" maw={560}>
        <TextInput
          label={t.words}
          description={t.wordsHelp}
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
          required
          minLength={3}
          maxLength={300}
          data-autofocus
          error={saving.error?.message}
        />
        <Group gap={6} role="group" aria-label={t.usual}>
          {usual.map((one) => (
            <Button key={one} size="compact-sm" variant="default" lang="vi" onClick={() => setSaid(one)}>
              {one}
            </Button>
          ))}
        </Group>
        <Checkbox
          label={t.byWindow}
          checked={byWindow}
          onChange={(event) => setByWindow(event.currentTarget.checked)}
        />
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            {t.save}
          </Button>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
        </Group>
        <Text fz="sm" c="dimmed">
          {t.explain}
        </Text>
      </Stack>
    </form>
  );
}
