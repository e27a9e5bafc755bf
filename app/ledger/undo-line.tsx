import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { FormDialog } from '#app/web/form-dialog.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { type LedgerLine, undoLine } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';

/** Asks, then takes a line back by a new one; a refusal is shown where it was asked. */
export function UndoLine({ line }: { line: LedgerLine }) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const queries = useQueryClient();
  const undoing = useMutation({
    mutationFn: () =>
      call(undoLine, {
        params: { subjectKind: line.subjectKind, subjectId: line.subjectId, seq: line.seq },
      }),
    meta: { shownOnPage: true },
    onSuccess: async () => {
      setAsking(false);
      notifications.show({ message: t.didUndo });
      // The rows of any concept may have changed with it.
      await queries.invalidateQueries();
    },
  });
  const close = () => {
    setAsking(false);
    undoing.reset();
  };
  return (
    <>
      <Button
        className="no-print ledger-undo"
        size="compact-sm"
        variant="default"
        aria-label={t.undoOf(line.said[language])}
        onClick={() => setAsking(true)}
      >
        {t.undo}
      </Button>
      <FormDialog
        opened={isAsking}
        close={close}
        title={t.undoAsk}
        act={t.undo}
        isSending={undoing.isPending}
        send={() => undoing.mutate()}
        error={undoing.error?.message}
      >
        <Text>{line.said[language]}</Text>
        <Text c="dimmed" fz="sm">
          {t.undoHelp}
        </Text>
      </FormDialog>
    </>
  );
}
