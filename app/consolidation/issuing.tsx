import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { officeDay } from '#app/platform/office-day.ts';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { documentAddress, issueConsolidation } from './consolidation.contract.ts';
import { consolidationWords } from './consolidation.words.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { Shown } from './use-editing.ts';

/** The file as it would be printed, and the act of issuing. A gap has to be answered for in both. */
export function Issuing({ one }: { one: Shown }) {
  const t = useWords(consolidationWords);
  const [issuing, dialog] = useDisclosure(false);
  const [asking, ask] = useDisclosure(false);
  const isBare = one.state === 'draft' && one.unsupported > 0;
  return (
    <>
      {isBare ? (
        <Button variant="default" onClick={ask.open}>
          {t.download}
        </Button>
      ) : (
        <Button component="a" href={documentAddress(one.id)} variant="default" download>
          {t.download}
        </Button>
      )}
      {one.mayEdit ? <Button onClick={dialog.open}>{t.issue}</Button> : null}
      <ReasonDialog
        title={t.unsupported(one.unsupported)}
        label={t.overrideReason}
        help={t.unsupportedHelp}
        act={t.downloadAnyway}
        opened={asking}
        close={ask.close}
        because={(reason) => {
          window.location.assign(documentAddress(one.id, reason));
          ask.close();
        }}
      />
      <Modal
        opened={issuing}
        onClose={dialog.close}
        title={t.issueTitle}
        closeButtonProps={{ 'aria-label': t.cancel }}
      >
        <IssueForm one={one} onDone={dialog.close} />
      </Modal>
    </>
  );
}

const today = () => officeDay(new Date());

function IssueForm({ one, onDone }: { one: Shown; onDone: () => void }) {
  const t = useWords(consolidationWords);
  const client = useQueryClient();
  const [given, setGiven] = useState({
    number: one.letter.number ?? '',
    date: one.letter.date ?? today(),
    signer: one.letter.signature.name,
  });
  const [reason, setReason] = useState('');
  const issuing = useMutation({
    mutationFn: () =>
      call(issueConsolidation, {
        params: { id: one.id },
        body: { ...given, ...(one.unsupported ? { overrideReason: reason } : {}) },
      }),
    onSuccess: async () => {
      onDone();
      notifications.show({ message: t.didIssue });
      await client.invalidateQueries({ queryKey: ['consolidation'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issuing.mutate();
  };
  const set = (part: Partial<typeof given>) => setGiven({ ...given, ...part });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text>{t.issueHelp}</Text>
        <Group grow align="start">
          <TextInput
            label={t.number}
            required
            inputMode="numeric"
            value={given.number}
            onChange={(event) => set({ number: event.currentTarget.value })}
          />
          <DayField label={t.date} required value={given.date} onChange={(day) => set({ date: day })} />
        </Group>
        <TextInput
          label={t.signer}
          required
          value={given.signer}
          onChange={(event) => set({ signer: event.currentTarget.value })}
        />
        {one.unsupported ? (
          <>
            <Text fw={600}>{t.unsupported(one.unsupported)}</Text>
            <Textarea
              label={t.overrideReason}
              description={t.unsupportedHelp}
              required
              minLength={3}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        ) : null}
        <Group>
          <Button type="submit" loading={issuing.isPending}>
            {t.issue}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
