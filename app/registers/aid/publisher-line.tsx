import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call, type Refusal } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { aidPaths, type Publisher, setPublisher, showPublisher } from './aid.contract.ts';
import { aidWords } from './aid.words.ts';

/** Who publishes, and the file; named once by the province. */
export function PublisherLine({ mayGetFile }: { mayGetFile: boolean }) {
  const t = useWords(aidWords);
  const [isOpen, open] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['aid', 'publisher'],
    queryFn: () => call(showPublisher, {}),
  });
  if (error) throw error;
  if (!data) return null;
  const { publisher, maySet } = data;
  return (
    <>
      <Text mb="sm">{publisher ? t.publisherIs(publisher.name, publisher.ref) : t.noPublisher}</Text>
      <Group className="no-print">
        {publisher && mayGetFile ? (
          <Button component="a" href={aidPaths.activities} download>
            {t.getFile}
          </Button>
        ) : null}
        {maySet ? (
          <Button variant="default" onClick={() => open(true)}>
            {publisher ? t.changePublisher : t.setPublisher}
          </Button>
        ) : null}
      </Group>
      {isOpen ? <PublisherForm before={publisher} close={() => open(false)} /> : null}
    </>
  );
}

function PublisherForm({ before, close }: { before: Publisher | null; close: () => void }) {
  const t = useWords(aidWords);
  const client = useQueryClient();
  const [given, put] = useState<Publisher>(before ?? { ref: '', name: '', kind: '15' });
  const saving = useMutation({
    mutationFn: () => call(setPublisher, { body: given }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['aid', 'publisher'] });
      close();
    },
    meta: { shownOnPage: true },
  });
  const refusal = saving.error as Refusal | null;
  const errorAt = (field: string) => refusal?.errors.find(({ path }) => path === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Modal opened onClose={close} title={t.publisher}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t.publisherName}
            value={given.name}
            onChange={(event) => put({ ...given, name: event.currentTarget.value })}
            error={errorAt('name')}
            required
          />
          <TextInput
            label={t.ref}
            description={t.refHelp}
            value={given.ref}
            onChange={(event) => put({ ...given, ref: event.currentTarget.value })}
            error={errorAt('ref')}
            required
          />
          <NativeSelect
            label={t.publisherKind}
            value={given.kind}
            onChange={(event) => put({ ...given, kind: event.currentTarget.value as Publisher['kind'] })}
            data={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          />
          {refusal && !refusal.errors.length ? (
            <Text role="alert" c="red">
              {refusal.message}
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
