import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { documentWords } from '../document.words.ts';
import type { GivenMeeting } from './use-imports.ts';

type Props = { onMeeting: (given: GivenMeeting) => void; onCancel: () => void };

/** Minutes or conclusions of a meeting, pasted with its name and day: read, reviewed and published as any document. */
export function MeetingBox({ onMeeting, onCancel }: Props) {
  const t = useWords(documentWords);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (field: string) => String(form.get(field) ?? '');
    onMeeting({ text: said('text'), meeting: said('meeting'), heldOn: said('heldOn') });
  };
  return (
    <form onSubmit={submit}>
      <Stack mt="sm" gap="xs">
        <Group gap="sm" align="start">
          <TextInput
            name="meeting"
            label={t.meeting}
            placeholder={t.meetingExample}
            required
            autoFocus
            style={{ flex: '1 1 280px' }}
          />
          <DayField name="heldOn" label={t.heldOn} required />
        </Group>
        <Textarea
          name="text"
          label={t.meetingText}
          description={t.meetingHelp}
          rows={10}
          required
          classNames={{ input: 'document-text' }}
        />
        <Group gap="xs">
          <Button type="submit">{t.read}</Button>
          <Button variant="default" onClick={onCancel}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
