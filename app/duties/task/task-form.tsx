import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Refusal } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import type { PartOfTasks } from './task.contract.ts';
import { taskWords } from './task.words.ts';

export type GivenTask = { text: string; division: string | null; personId: string; dueOn: string | null };
type Props = {
  label: string;
  people: PartOfTasks['people'];
  /** The day it must be done by at the latest. */
  latest: string | null;
  pending: boolean;
  error: Error | null;
  send: (given: GivenTask) => void;
  close: () => void;
};

/** Work for one person of the agency; everybody is named with what they have to do already. */
export function TaskForm({ label, people, latest, pending, error, send, close }: Props) {
  const t = useWords(taskWords);
  const [personId, setPersonId] = useState<string | null>(null);
  const errorAt = (path: string) =>
    error instanceof Refusal ? error.errors.find((one) => one.path.endsWith(path))?.message : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const of = (name: string) => String(given.get(name) ?? '').trim();
    if (personId)
      send({ text: of('text'), division: of('division') || null, personId, dueOn: of('dueOn') || null });
  };
  return (
    <form onSubmit={submit} aria-label={label}>
      <Stack gap="sm" mt="sm" maw={560}>
        <Textarea
          name="text"
          label={t.text}
          required
          minLength={5}
          maxLength={2000}
          autosize
          data-autofocus
        />
        <Select
          label={t.person}
          required
          searchable
          value={personId}
          onChange={setPersonId}
          data={people.map((one) => ({
            value: one.id,
            label: `${one.name} (${t.load(one.open, one.dueSoon, one.late)})`,
          }))}
          error={errorAt('personId')}
        />
        <TextInput name="division" label={t.division} maxLength={200} />
        <DayField
          name="dueOn"
          label={t.dueOn}
          description={latest ? t.dueHelp(showDay(latest)) : t.dueFree}
          {...(latest ? { max: latest } : {})}
          error={errorAt('dueOn')}
        />
        {error && !(error instanceof Refusal && error.errors.length) ? (
          <Text c="red">{error.message}</Text>
        ) : null}
        <Group gap="xs">
          <Button type="submit" loading={pending}>
            {t.send}
          </Button>
          <Button variant="default" onClick={close}>
            {t.cancelForm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
