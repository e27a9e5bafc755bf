import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { acceptAgencyReport, returnAgencyReport } from './report.contract.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

/** What the focal officer does with a filed report: accepts it, or returns it with a reason. */
export function Decide({ report }: { report: ShownReport }) {
  const t = useWords(reportWords);
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const params = { id: report.id };
  const after = async (message: string) => {
    close();
    notifications.show({ message });
    await client.invalidateQueries({ queryKey: ['reports'] });
  };
  const accepting = useMutation({
    mutationFn: () => call(acceptAgencyReport, { params }),
    onSuccess: () => after(t.accepted),
  });
  const returning = useMutation({
    mutationFn: () => call(returnAgencyReport, { params, body: { reason } }),
    onSuccess: () => after(t.returned),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    returning.mutate();
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.return}
      </Button>
      {report.state === 'submitted' ? (
        <Button loading={accepting.isPending} onClick={() => accepting.mutate()}>
          {t.accept}
        </Button>
      ) : null}
      <Modal
        opened={opened}
        onClose={close}
        title={t.returnTitle}
        closeButtonProps={{ 'aria-label': t.cancel }}
      >
        <form onSubmit={submit}>
          <Textarea
            label={t.reason}
            description={t.reasonHelp}
            required
            autosize
            minRows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group mt="md">
            <Button type="submit" loading={returning.isPending}>
              {t.return}
            </Button>
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
