import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { submitAgencyReport } from './report.contract.ts';
import type { ReportContent } from './report.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

/** Files the report after one look at what is still empty. */
export function SubmitReport({
  report,
  content,
  flush,
  currentRevision,
}: {
  report: ShownReport;
  content: ReportContent;
  flush: () => Promise<boolean>;
  currentRevision: () => number;
}) {
  const t = useWords(reportWords);
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const told = new Set(content.paragraphs.filter((one) => one.text.trim()).map((one) => one.slot));
  const empty = report.slots.filter((slot) => slot.writes && !told.has(slot.key)).length;
  const filing = useMutation({
    mutationFn: async () => {
      if (!(await flush())) throw new Error(t.saveFailed);
      return call(submitAgencyReport, { params: { id: report.id }, body: { revision: currentRevision() } });
    },
    onSuccess: async () => {
      close();
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
  });
  return (
    <>
      <Button onClick={open}>{t.submit}</Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t.submitTitle}
        closeButtonProps={{ 'aria-label': t.cancel }}
      >
        <Text>{t.submitHelp}</Text>
        {empty ? (
          <Text mt="xs" fw={600}>
            {t.emptySlots(empty)}
          </Text>
        ) : null}
        <Group mt="md">
          <Button loading={filing.isPending} onClick={() => filing.mutate()}>
            {t.confirmSubmit}
          </Button>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
