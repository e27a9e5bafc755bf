import { Text } from '@mantine/core';
import { FormDialog } from '#app/web/form-dialog.tsx';
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
    <FormDialog
      title={t.remove}
      act={t.removeNow}
      isFinal
      isSending={removing.isPending}
      send={() => removing.mutate(undefined)}
      close={close}
      error={removing.error?.message}
    >
      <Text>{question}</Text>
    </FormDialog>
  );
}
