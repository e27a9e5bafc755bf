import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { agencyWords } from './agency.words.ts';
import { allNameKinds as nameKinds } from './dated-name.ts';
import { addName } from './record/record.contract.ts';

export function AddName({ agencyId }: { agencyId: string }) {
  const t = useWords(agencyWords);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: { name: string; kind: (typeof nameKinds)[number] }) =>
      call(addName, { params: { id: agencyId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['agencies'] }),
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    saving.mutate(
      {
        name: String(given.get('name')).trim(),
        kind: String(given.get('kind')) as (typeof nameKinds)[number],
      },
      { onSuccess: () => form.reset() },
    );
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" mt="md" gap="xs">
        <TextInput
          name="name"
          label={t.newName}
          required
          minLength={2}
          maxLength={200}
          style={{ flex: '1 1 180px' }}
        />
        <NativeSelect
          name="kind"
          label={t.nameKind}
          data={nameKinds.map((kind) => ({ value: kind, label: t.nameKinds[kind] }))}
        />
        <Button type="submit" variant="default" loading={saving.isPending}>
          {t.addName}
        </Button>
      </Group>
      {saving.error ? (
        <Text role="alert" c="red" fz="sm" mt={4}>
          {saving.error.message}
        </Text>
      ) : null}
    </form>
  );
}
