import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { addAgency } from '../agency.contract.ts';
import { registerQuery } from '../agency.queries.ts';
import { matchingWords } from './matching.words.ts';
import type { Proposal } from './propose-agency.ts';

type Props = { proposal: Proposal; added: (id: string) => void };

/** Puts a body that a document names into the register, with the name and kind filled in to be looked at. */
export function ProposeAgency({ proposal, added }: Props) {
  const t = useWords(matchingWords);
  const [opened, { open, close }] = useDisclosure(false);
  const { data } = useQuery({ ...registerQuery, enabled: opened });
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (form: FormData) => {
      const of = (field: string) => String(form.get(field) ?? '').trim();
      return call(addAgency, { body: { kind: of('kind'), name: of('name') } });
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['agencies'] });
      notifications.show({ message: t.added });
      close();
      added(id);
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(new FormData(event.currentTarget));
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} />}
        onClick={open}
        h="auto"
        mih={26}
        py={2}
        styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
      >
        {t.propose(proposal.name)}
      </Button>
      <Modal opened={opened} onClose={close} title={t.title} closeButtonProps={{ 'aria-label': t.cancel }}>
        <form onSubmit={submit}>
          <Stack>
            <Text c="dimmed" fz="sm">
              {t.help}
            </Text>
            <TextInput
              name="name"
              label={t.name}
              defaultValue={proposal.name}
              required
              minLength={2}
              maxLength={200}
            />
            {data ? (
              <NativeSelect
                name="kind"
                label={t.kind}
                defaultValue={proposal.kind}
                data={data.kinds.map((one) => ({ value: one.kind, label: one.name }))}
                required
              />
            ) : null}
            {saving.error ? (
              <Text role="alert" c="red">
                {saving.error.message}
              </Text>
            ) : null}
            <Group>
              <Button type="submit" loading={saving.isPending} disabled={!data}>
                {t.save}
              </Button>
              <Button variant="default" onClick={close}>
                {t.cancel}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
