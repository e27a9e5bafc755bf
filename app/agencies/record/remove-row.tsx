import { Button, Group, Modal, Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { recordWords } from './record.words.ts';
import { useRecordChange } from './use-record.ts';

/** Asks before a mistaken row is taken out. */
export function RemoveRow({
  question,
  remove,
  close,
}: {
  question: string;
  remove: () => Promise<unknown>;
  close: () => void;
}) {
  const t = useWords(recordWords);
  const removing = useRecordChange(remove, close);
  return (
    <Modal opened onClose={close} title={t.remove} closeButtonProps={{ 'aria-label': t.cancel }}>
      <Text mb="md">{question}</Text>
      {removing.error ? (
        <Text role="alert" c="red" mb="md">
          {removing.error.message}
        </Text>
      ) : null}
      <Group>
        <Button color="red" loading={removing.isPending} onClick={() => removing.mutate(undefined)}>
          {t.removeNow}
        </Button>
        <Button variant="default" onClick={close}>
          {t.cancel}
        </Button>
      </Group>
    </Modal>
  );
}
