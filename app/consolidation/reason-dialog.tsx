import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { consolidationWords } from './consolidation.words.ts';

/** Asks why before something is done; the reason is kept with it. */
export function ReasonDialog({
  title,
  label,
  help,
  act,
  isSending = false,
  opened,
  onClose,
  onGiven,
}: {
  title: string;
  label: string;
  help: string;
  /** The word of the button that does it. */
  act: string;
  isSending?: boolean;
  opened: boolean;
  onClose: () => void;
  onGiven: (reason: string) => void;
}) {
  const t = useWords(consolidationWords);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven(reason);
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.cancel }}>
      <form onSubmit={submit} aria-label={title}>
        <Textarea
          label={label}
          description={help}
          required
          minLength={3}
          maxLength={1000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group mt="md">
          <Button type="submit" loading={isSending}>
            {act}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
