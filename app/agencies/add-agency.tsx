import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { call, Refusal } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
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
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(new FormData(event.currentTarget));
  };
  const errorAt = (path: string) =>
    saving.error instanceof Refusal ? saving.error.errors.find((e) => e.path === path)?.message : undefined;
  return (
    <Modal opened={opened} onClose={close} title={t.add} closeButtonProps={{ 'aria-label': t.cancel }}>
      <form onSubmit={submit}>
        <Stack>
          <NativeSelect
            name="kind"
            label={t.kind}
            required
            error={errorAt('kind')}
            data={data?.kinds.map((one) => ({ value: one.kind, label: one.name })) ?? []}
          />
          <TextInput
            name="name"
            label={t.name}
            required
            minLength={2}
            maxLength={200}
            error={errorAt('name')}
          />
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
