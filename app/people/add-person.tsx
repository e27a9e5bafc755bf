import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { Role } from '#app/platform/viewer.ts';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { addPerson } from './people.contract.ts';
import './people.css';
import { peopleWords } from './people.words.ts';
import { type Grantable, RoleChoice } from './role-choice.tsx';
import { todayHere } from './today-here.ts';
import { useSaving } from './use-saving.ts';

export function AddPerson({
  opened,
  close,
  grantable,
}: {
  opened: boolean;
  close: () => void;
  grantable: Grantable;
}) {
  const t = useWords(peopleWords);
  const navigate = useNavigate();
  const saving = useSaving(
    (form: FormData) => call(addPerson, { body: bodyOf(form) }),
    t.added,
    ({ id }) => {
      close();
      void navigate({ to: `/people/${id}` });
    },
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(new FormData(event.currentTarget));
  };
  const { errorAt } = saving;
  return (
    <Modal opened={opened} onClose={close} title={t.add} closeButtonProps={{ 'aria-label': t.cancel }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            name="name"
            label={t.name}
            required
            minLength={2}
            maxLength={120}
            error={errorAt('name')}
          />
          <TextInput name="title" label={t.position} maxLength={120} />
          <TextInput name="email" type="email" label={t.email} required error={errorAt('email')} />
          <RoleChoice grantable={grantable} errorAt={errorAt} />
          <DayField name="from" label={t.from} required defaultValue={todayHere()} />
          {saving.error ? (
            <Text role="alert" c="red">
              {saving.error.message}
            </Text>
          ) : null}
          <Group>
            <Button type="submit" loading={saving.isPending}>
              {t.save}
            </Button>
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function bodyOf(form: FormData) {
  const of = (field: string) => String(form.get(field) ?? '').trim();
  return {
    name: of('name'),
    title: of('title'),
    email: of('email'),
    agencyId: of('agency'),
    role: of('role') as Role,
    from: of('from'),
  };
}
