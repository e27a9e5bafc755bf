import { Anchor, Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { askApproval, submitAgencyReport } from './agency-report.contract.ts';
import { blocks, type Finding } from './check-report.ts';
import { FindingLines } from './finding-lines.tsx';
import { formWords } from './form.words.ts';
import type { ReportContent } from './report.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

/** Files the report, or puts it before the head, after one look at what is still empty or wrong. */
export function SubmitReport({
  report,
  content,
  findings,
  flush,
  currentRevision,
}: {
  report: ShownReport;
  content: ReportContent;
  findings: readonly Finding[];
  flush: () => Promise<boolean>;
  currentRevision: () => number;
}) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const asks = report.approval.isNeeded && !report.approval.mayFile;
  const told = new Set(content.paragraphs.filter((one) => one.text.trim()).map((one) => one.slot));
  const empty = report.slots.filter((slot) => report.asked.includes(slot.key) && !told.has(slot.key)).length;
  const errors = findings.filter((one) => one.level === 'error');
  const filing = useMutation({
    mutationFn: async () => {
      if (!(await flush())) throw new Error(t.saveFailed);
      const given = { params: { id: report.id }, body: { revision: currentRevision() } };
      if (asks) await call(askApproval, given);
      else await call(submitAgencyReport, given);
    },
    onSuccess: async () => {
      close();
      if (asks) notifications.show({ message: f.askedHead });
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
  });
  const what = asks ? f.askHead : report.approval.isNeeded ? f.approve : t.submit;
  return (
    <>
      <Button onClick={open}>{what}</Button>
      <Modal
        opened={opened}
        onClose={close}
        title={asks ? f.askHead : t.submitTitle}
        closeButtonProps={{ 'aria-label': t.cancel }}
      >
        <Text>{asks ? f.needsHead : t.submitHelp}</Text>
        {empty ? (
          <Text mt="xs" fw={600}>
            {t.emptySlots(empty)}
          </Text>
        ) : null}
        {errors.length ? (
          <>
            <Text mt="xs" fw={600}>
              {f.checks(errors.length)}
            </Text>
            {errors.map((one) => (
              <div key={JSON.stringify(one)}>
                <Anchor href={placeOf(one)} onClick={close} underline="always">
                  {nameOf(report, one)}
                </Anchor>
                <FindingLines findings={[one]} />
              </div>
            ))}
          </>
        ) : null}
        <Group mt="md">
          <Button loading={filing.isPending} disabled={blocks(findings)} onClick={() => filing.mutate()}>
            {asks ? f.askHead : t.confirmSubmit}
          </Button>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

const placeOf = ({ field }: Finding): string =>
  'slot' in field ? `#slot-${field.slot}` : `#figure-${field.indicator}`;

const nameOf = (report: ShownReport, { field }: Finding): string =>
  'slot' in field
    ? `${field.slot}. ${report.slots.find((slot) => slot.key === field.slot)?.heading ?? ''}`
    : (report.indicators.find((one) => one.key === field.indicator)?.name ?? field.indicator);
