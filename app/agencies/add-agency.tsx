import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call, faultAt } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
import { useWords } from '#app/web/language.tsx';
import { addAgency } from './agency.contract.ts';
import { registerQuery } from './agency.queries.ts';
import { agencyWords } from './agency.words.ts';
import { recordWords } from './record/record.words.ts';

export function AddAgency({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useWords(agencyWords);
  const r = useWords(recordWords);
  const { data } = useQuery(registerQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const saving = useMutation({
    mutationFn: (form: FormData) => call(addAgency, { body: bodyOf(form) }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['agencies'] });
      notifications.show({ message: t.added });
      close();
      await navigate({ to: `/agencies/${id}` });
    },
    meta: { shownOnPage: true },
  });
  const errorAt = (path: string) => faultAt(saving.error, path);
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
      <NativeSelect
        name="kind"
        label={t.kind}
        required
        error={errorAt('kind')}
        data={data?.kinds.map((one) => ({ value: one.kind, label: one.name })) ?? []}
      />
      <TextInput name="name" label={t.name} required minLength={2} maxLength={200} error={errorAt('name')} />
      <Textarea name="names" label={t.names} description={t.namesHelp} autosize minRows={2} />
      <NativeSelect
        name="parent"
        label={t.parent}
        data={[
          { value: '', label: '' },
          ...(data?.agencies.map((one) => ({ value: one.id, label: one.name })) ?? []),
        ]}
      />
      <DayField name="validFrom" label={r.founded} description={r.datesHelp} />
    </FormDialog>
  );
}

function bodyOf(form: FormData) {
  const of = (field: string) => textOf(form, field);
  const names = of('names')
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);
  return {
    kind: of('kind'),
    name: of('name'),
    names,
    parentId: of('parent') || null,
    validFrom: of('validFrom') || null,
  };
}
