import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ComponentType, useMemo } from 'react';
import { RecordHistory } from '#app/ledger/record-history.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { useAway } from '#app/web/offline/away.ts';
import { type OrKept, orKept } from '#app/web/offline/kept-answers.ts';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { getAgencyReport } from './agency-report.contract.ts';
import { Attachments } from './attachments.tsx';
import { checkReport } from './check-report.ts';
import { ClashPanel } from './clash-panel.tsx';
import { CompareFilings } from './compare-section.tsx';
import { Decide } from './decide.tsx';
import { FiguresForm } from './figures-form.tsx';
import { type Beside, FiledFigures, FiledSlots, ReportOutline } from './filed-slots.tsx';
import { formWords } from './form.words.ts';
import { keptReport } from './kept-report.ts';
import { AssociationLinks } from './links/association-links.tsx';
import { Receipts } from './receipts.tsx';
import { asParagraph } from './report.ts';
import { reportWords } from './report.words.ts';
import { ReportNotes } from './report-notes.tsx';
import { SlotEditor } from './slot-editor.tsx';
import { StateLabel } from './state-label.tsx';
import { SubmitReport } from './submit-report.tsx';
import { type SaveStatus, type ShownReport, useDraft } from './use-draft.ts';

/** What later concepts add: notes on top, and what they know of each place. */
export type MoreOfReport = { notes?: ComponentType<{ reportId: string }>; beside?: Beside };

/** One agency's report of one period: written by its agency, read and decided on by the focal officer. */
export function AgencyReportPage({ more = {} }: { more?: MoreOfReport }) {
  const { reportId } = useParams({ strict: false }) as { reportId: string };
  const { personId } = useViewer();
  const { data, error } = useQuery({
    queryKey: ['reports', 'agency', reportId],
    // What one is writing opens without a network too; what others wrote is not kept on a machine.
    queryFn: () =>
      orKept(
        keptReport(personId, reportId),
        () => call(getAgencyReport, { params: { id: reportId } }),
        ({ mayWrite }) => mayWrite,
      ),
    // Never replaced under the hands of its writer.
    refetchOnWindowFocus: false,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return data.mayWrite ? (
    <Writing key={`${data.id}${data.state}`} report={data} more={more} />
  ) : (
    <Reading report={data} more={more} />
  );
}

function Heading({ report, children }: { report: ShownReport; children?: React.ReactNode }) {
  const t = useWords(reportWords);
  const oversees = holds(useViewer(), 'focal-officer', 'leader', 'administrator', 'inspector');
  return (
    <>
      <Anchor component={Link} to={oversees ? `/reports/${report.periodId}` : '/reports'} fz="sm">
        {oversees ? t.board : t.back}
      </Anchor>
      <PageHeader
        title={report.agencyName}
        lead={`${report.reportName}, ${report.periodName}. ${t.window(showDay(report.from), showDay(report.to))}. ${t.due(showDay(report.dueOn))}.`}
      >
        {children}
      </PageHeader>
    </>
  );
}

function Writing({ report, more }: { report: OrKept<ShownReport>; more: MoreOfReport }) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const client = useQueryClient();
  const isAway = useAway();
  const draft = useDraft(report);
  const { content, status, change, flush, currentRevision, clash, settle, takeOver, restoredAt } = draft;
  const taken = new Set(content.paragraphs.map((one) => one.id));
  const fresh = report.fresh.filter((one) => !taken.has(one.id) && !content.seen.includes(one.key));
  const findings = useMemo(
    () => checkReport(report, { ...content, paragraphs: content.paragraphs.map(asParagraph) }, report.before),
    [report, content],
  );
  const takeFresh = () =>
    change((before) => ({
      ...before,
      paragraphs: [...before.paragraphs, ...fresh.map(({ key: _, ...one }) => one)],
      seen: [...before.seen, ...fresh.map((one) => one.key)],
    }));
  const reload = async () => {
    const now = await call(getAgencyReport, { params: { id: report.id } });
    client.setQueryData(['reports', 'agency', report.id], now);
    takeOver(now);
  };
  const of = (slot: string) => findings.filter(({ field }) => 'slot' in field && field.slot === slot);
  return (
    <>
      <Heading report={report} />
      <ReportNotes report={report} />
      {more.notes ? <more.notes reportId={report.id} /> : null}
      {clash ? <ClashPanel clash={clash} settle={settle} /> : null}
      {report.keptAt && isAway ? (
        <Text className="paper report-note" role="status">
          {f.openedAway(showInstant(report.keptAt))}
        </Text>
      ) : null}
      {restoredAt ? (
        <Text className="paper report-note" role="status">
          {f.restored(showInstant(restoredAt))}
        </Text>
      ) : null}
      {fresh.length ? (
        <Group className="paper" p="sm" mb="md" justify="space-between">
          <Text>{t.fresh(fresh.length)}</Text>
          <Button size="compact-md" onClick={takeFresh}>
            {t.takeFresh}
          </Button>
        </Group>
      ) : null}
      <div className="report-layout">
        <ReportOutline report={report} paragraphs={content.paragraphs} values={content.values} />
        <Stack>
          {report.slots.map((slot) =>
            slot.writes ? (
              <SlotEditor
                key={slot.key}
                slot={slot}
                report={report}
                content={content}
                change={change}
                findings={of(slot.key)}
                beside={more.beside}
              />
            ) : (
              <Title key={slot.key} order={2} fz="lg" id={`slot-${slot.key}`} className="report-slot">
                {slot.key}. {slot.heading}
              </Title>
            ),
          )}
          <FiguresForm
            report={report}
            content={content}
            change={change}
            findings={findings}
            beside={more.beside}
          />
          <Attachments report={report} />
          <AssociationLinks
            report={report}
            flush={flush}
            currentRevision={currentRevision}
            onPlaced={reload}
          />
          <Receipts filings={report.filings} />
          <CompareFilings report={report} />
          <div className="paper report-bar no-print">
            {clash ? (
              <Anchor href="#clash" fz="sm" fw={600} underline="always">
                {f.clashBelow}
              </Anchor>
            ) : (
              <SaveLine status={status} />
            )}
            <SubmitReport
              report={report}
              content={content}
              findings={findings}
              flush={flush}
              currentRevision={currentRevision}
            />
          </div>
        </Stack>
      </div>
      <RecordHistory subjectKind="agency-report" subjectId={report.id} />
    </>
  );
}

function SaveLine({ status }: { status: SaveStatus }) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const line = {
    untouched: () => t.notSaved,
    unsaved: () => t.unsaved,
    saving: () => t.saving,
    saved: () => (status.kind === 'saved' ? t.saved(showInstant(status.at).slice(11)) : ''),
    offline: () => (status.kind === 'offline' ? f.offline(showInstant(status.at).slice(11)) : ''),
    failed: () => (status.kind === 'failed' ? `${t.saveFailed}: ${status.message}` : ''),
  }[status.kind]();
  return (
    <Text
      role="status"
      fz="sm"
      maw={460}
      className={status.kind === 'failed' ? 'report-mistake' : ''}
      style={{ alignSelf: 'center' }}
    >
      {line}
    </Text>
  );
}

function Reading({ report, more }: { report: ShownReport; more: MoreOfReport }) {
  return (
    <>
      <Heading report={report}>
        <StateLabel state={report.state} />
        {report.mayDecide ? <Decide report={report} /> : null}
      </Heading>
      <ReportNotes report={report} />
      {more.notes ? <more.notes reportId={report.id} /> : null}
      <Receipts filings={report.filings} />
      <CompareFilings report={report} />
      <div className="report-layout">
        <ReportOutline report={report} paragraphs={report.paragraphs} values={report.values} />
        <Stack>
          <FiledSlots report={report} beside={more.beside} />
          <FiledFigures report={report} beside={more.beside} />
          <Attachments report={report} />
        </Stack>
      </div>
      <RecordHistory subjectKind="agency-report" subjectId={report.id} />
    </>
  );
}
