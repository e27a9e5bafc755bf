import { ActionIcon, Button, Group, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { acceptAgencyReport, returnAgencyReport } from './agency-report.contract.ts';
import { formWords } from './form.words.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

/** What the focal officer does with a filed report: accepts it, or returns it with a reason. */
export function Decide({ report }: { report: ShownReport }) {
  const t = useWords(reportWords);
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const f = useWords(formWords);
  const [reason, setReason] = useState('');
  const [slots, setSlots] = useState<{ slot: string; reason: string }[]>([]);
  const writable = report.slots.filter((slot) => slot.writes);
  const free = writable.filter((slot) => !slots.some((one) => one.slot === slot.key));
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
    mutationFn: () =>
      call(returnAgencyReport, { params, body: { reason, slots: slots.filter((one) => one.reason.trim()) } }),
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
          {slots.map(({ slot, reason: why }) => {
            const name = writable.find((one) => one.key === slot)?.heading ?? slot;
            return (
              <Group key={slot} align="end" mt="xs" wrap="nowrap">
                <TextInput
                  style={{ flex: 1 }}
                  label={f.slotReason(`${slot}. ${name.slice(0, 60)}`)}
                  value={why}
                  onChange={(event) =>
                    setSlots(
                      slots.map((one) =>
                        one.slot === slot ? { slot, reason: event.currentTarget.value } : one,
                      ),
                    )
                  }
                />
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  aria-label={f.removeSlotReason(slot)}
                  onClick={() => setSlots(slots.filter((one) => one.slot !== slot))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            );
          })}
          <NativeSelect
            mt="xs"
            label={f.addSlotReason}
            value=""
            onChange={(event) =>
              event.currentTarget.value &&
              setSlots([...slots, { slot: event.currentTarget.value, reason: '' }])
            }
            data={[
              { value: '', label: '' },
              ...free.map((slot) => ({
                value: slot.key,
                label: `${slot.key}. ${slot.heading.slice(0, 80)}`,
              })),
            ]}
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
