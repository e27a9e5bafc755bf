import { Anchor, Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { endApproval, submitAgencyReport, unlockReport } from './agency-report.contract.ts';
import { formWords } from './form.words.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

const Note = ({ tone = 'plain', children }: { tone?: 'plain' | 'bad'; children: ReactNode }) => (
  <div className="paper report-note" data-tone={tone} role="note">
    {children}
  </div>
);

/** What stands in the way of a report or was said about it: returned, not approved, with the head, locked. */
export function ReportNotes({ report }: { report: ShownReport }) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const { approval } = report;
  const isOpen = report.state === 'draft' || report.state === 'returned';
  return (
    <>
      {report.state === 'returned' && report.returnReason ? (
        <Note tone="bad">
          <Text fw={600}>{t.returnedFor}</Text>
          <Text>{report.returnReason}</Text>
          {report.returnNotes.map((one) => (
            <Text key={one.slot} fz="sm">
              <Anchor href={`#slot-${one.slot}`} underline="always" fz="inherit">
                {one.slot}
              </Anchor>
              : {one.reason}
            </Text>
          ))}
        </Note>
      ) : null}
      {approval.sentBack ? (
        <Note tone="bad">
          <Text fw={600}>{f.sentBack}</Text>
          <Text>{approval.sentBack}</Text>
        </Note>
      ) : null}
      {report.isLocked ? (
        <Note tone="bad">
          <Text fw={600}>{f.locked(showDay(report.locksOn!))}</Text>
          {report.mayUnlock ? <Unlock report={report} /> : <Text>{f.lockedHelp}</Text>}
        </Note>
      ) : isOpen && report.openUntil ? (
        <Note>
          <Text>{f.openUntil(showDay(report.openUntil))}</Text>
        </Note>
      ) : null}
      {approval.askedBy ? <WithHead report={report} /> : null}
    </>
  );
}

/** Waits for the head: the head approves and files it or says why not; who asked may take it back. */
function WithHead({ report }: { report: ShownReport }) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const params = { id: report.id };
  const { approval, revision } = report;
  const acting = useMutation({
    mutationFn: async (act: 'file' | 'end') => {
      if (act === 'file') await call(submitAgencyReport, { params, body: { revision } });
      else await call(endApproval, { params, body: { reason } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
  return (
    <Note>
      <Text>{f.waitsForHead(approval.askedBy!, showInstant(approval.askedAt!))}</Text>
      <Group mt="xs">
        {approval.mayFile ? (
          <>
            <Button loading={acting.isPending} onClick={() => acting.mutate('file')}>
              {f.approve}
            </Button>
            <Button variant="default" onClick={open}>
              {f.sendBack}
            </Button>
          </>
        ) : approval.mayTakeBack ? (
          <Button variant="default" loading={acting.isPending} onClick={() => acting.mutate('end')}>
            {f.takeBack}
          </Button>
        ) : null}
      </Group>
      <Modal opened={opened} onClose={close} title={f.sendBack} closeButtonProps={{ 'aria-label': t.cancel }}>
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            acting.mutate('end');
          }}
        >
          <Textarea
            label={f.sendBackReason}
            required
            autosize
            minRows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" mt="md" loading={acting.isPending}>
            {f.sendBack}
          </Button>
        </form>
      </Modal>
    </Note>
  );
}

/** The focal officer opens one report of a locked period, with the reason and the last day. */
export function Unlock({ report }: { report: Pick<ShownReport, 'id'> }) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [given, setGiven] = useState({ reason: '', until: '' });
  const unlocking = useMutation({
    mutationFn: () => call(unlockReport, { params: { id: report.id }, body: given }),
    onSuccess: async () => {
      close();
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
  });
  return (
    <>
      <Button size="compact-md" variant="default" mt="xs" onClick={open}>
        {f.unlock}
      </Button>
      <Modal opened={opened} onClose={close} title={f.unlock} closeButtonProps={{ 'aria-label': t.cancel }}>
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            unlocking.mutate();
          }}
        >
          <Textarea
            label={f.unlockReason}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={given.reason}
            onChange={(event) => setGiven({ ...given, reason: event.currentTarget.value })}
          />
          <DayField
            mt="sm"
            label={f.until}
            required
            value={given.until}
            onChange={(until) => setGiven((before) => ({ ...before, until }))}
          />
          <Button type="submit" mt="md" loading={unlocking.isPending}>
            {f.unlock}
          </Button>
        </form>
      </Modal>
    </>
  );
}
