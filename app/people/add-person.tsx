import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Role } from '#app/platform/viewer.ts';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
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
  const { errorAt } = saving;
  return (
    <FormDialog
      opened={opened}
      close={close}
      title={t.add}
      act={t.save}
      isSending={saving.isPending}
      send={saving.mutate}
      error={saving.error?.message}
    >
      <TextInput name="name" label={t.name} required minLength={2} maxLength={120} error={errorAt('name')} />
      <TextInput name="title" label={t.position} maxLength={120} />
      <TextInput name="email" type="email" label={t.email} required error={errorAt('email')} />
      <RoleChoice grantable={grantable} errorAt={errorAt} />
      <DayField name="from" label={t.from} required defaultValue={todayHere()} />
    </FormDialog>
  );
}

function bodyOf(form: FormData) {
  const of = (field: string) => textOf(form, field);
  return {
    name: of('name'),
    title: of('title'),
    email: of('email'),
    agencyId: of('agency'),
    role: of('role') as Role,
    from: of('from'),
  };
}
