import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { formWords } from './form.words.ts';
import { lockPeriod } from './period.contract.ts';
import { reportWords } from './report.words.ts';

/** Sets the last day of filing of a period, or takes it away. */
export function LockPeriod({ period }: { period: { id: string; dueOn: string; locksOn: string | null } }) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [given, setGiven] = useState({ locksOn: period.locksOn ?? period.dueOn, reason: '' });
  const locking = useMutation({
    mutationFn: () =>
      call(lockPeriod, {
        params: { id: period.id },
        body: { locksOn: given.locksOn || null, reason: given.reason },
      }),
    onSuccess: async () => {
      close();
      notifications.show({ message: f.lockSaved });
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        {f.lockPeriod}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={f.lockPeriod}
        closeButtonProps={{ 'aria-label': t.cancel }}
      >
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            locking.mutate();
          }}
        >
          <DayField
            label={f.lockOn}
            description={f.lockHelp}
            min={period.dueOn}
            value={given.locksOn}
            onChange={(locksOn) => setGiven((before) => ({ ...before, locksOn }))}
          />
          <TextInput
            mt="sm"
            label={f.lockReason}
            required
            value={given.reason}
            onChange={(event) => setGiven({ ...given, reason: event.currentTarget.value })}
          />
          <Button type="submit" mt="md" loading={locking.isPending}>
            {f.lockPeriod}
          </Button>
        </form>
      </Modal>
    </>
  );
}
