import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
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
      const of = (field: string) => textOf(form, field);
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
      <FormDialog
        opened={opened}
        close={close}
        title={t.title}
        help={t.help}
        act={t.save}
        isSending={saving.isPending}
        isReady={Boolean(data)}
        send={saving.mutate}
        error={saving.error?.message}
      >
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
      </FormDialog>
    </>
  );
}
