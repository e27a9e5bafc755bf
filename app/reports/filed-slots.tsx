import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { CountedRows } from './counted-things.tsx';
import { formWords } from './form.words.ts';
import { MarkedText } from './marked-text.tsx';
import { pointLabels } from './marks.ts';
import type { Paragraph, Slot } from './report.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

/** What later concepts know of a place of a report: a heading by its key, or 'figures'. */
export type Beside = ComponentType<{ reportId: string; place: string; name: string }>;

/** Headings with the number of paragraphs under each, to find the empty ones. */
export function ReportOutline({
  report,
  paragraphs,
  values,
}: {
  report: ShownReport;
  paragraphs: readonly Paragraph[];
  values: ShownReport['values'];
}) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const count = Map.groupBy(
    paragraphs.filter((one) => one.text.trim()),
    (one) => one.slot,
  );
  return (
    <nav className="paper report-outline no-print" aria-label={t.outline} style={{ padding: 8 }}>
      {report.slots.map((slot) => (
        <a key={slot.key} href={`#slot-${slot.key}`} data-level={slot.level}>
          <span>
            {numberOf(slot)} {slot.heading.length > 70 ? `${slot.heading.slice(0, 68)}…` : slot.heading}
          </span>
          <span>{slot.writes ? (count.get(slot.key)?.length ?? 0) : ''}</span>
        </a>
      ))}
      {report.indicators.length ? (
        <a href="#figures" data-level={1}>
          <span>{f.figures}</span>
          <span>
            {values.filter(({ amount }) => amount !== null).length}/{report.indicators.length}
          </span>
        </a>
      ) : null}
    </nav>
  );
}

/** 'II.' for a part, '1.' for what stands under it. */
export const numberOf = (slot: Slot): string =>
  `${slot.level === 1 ? slot.key : slot.key.split('.').at(-1)}.`;

/** A report as it was filed; each paragraph can be linked to. */
export function FiledSlots({ report, beside: Beside }: { report: ShownReport; beside?: Beside | undefined }) {
  const t = useWords(reportWords);
  const bySlot = Map.groupBy(report.paragraphs, (one) => one.slot);
  return (
    <Stack className="paper" p="lg" gap="sm">
      {report.slots.map((slot) => {
        const own = bySlot.get(slot.key) ?? [];
        const labels = pointLabels(own);
        return (
          <section key={slot.key} className="report-slot" id={`slot-${slot.key}`}>
            <Title order={slot.level === 1 ? 2 : 3} fz={slot.level === 1 ? 'lg' : 'md'}>
              {numberOf(slot)} {slot.heading}
            </Title>
            {own.map((paragraph, index) => (
              <div key={paragraph.id} id={`p-${paragraph.id}`} className="report-paragraph">
                <p className="document-text" style={{ margin: 0 }}>
                  {labels[index] ? `${labels[index]} ` : ''}
                  <MarkedText text={paragraph.text} marks={paragraph.marks} />
                </p>
                <SourceLine paragraph={paragraph} report={report} />
              </div>
            ))}
            {slot.writes && !bySlot.has(slot.key) ? (
              <Text c="dimmed" fz="sm">
                {t.empty}
              </Text>
            ) : null}
            {Beside && slot.writes ? (
              <Beside reportId={report.id} place={slot.key} name={`${slot.key}. ${slot.heading}`} />
            ) : null}
          </section>
        );
      })}
    </Stack>
  );
}

/** What was filed of each indicator. */
export function FiledFigures({
  report,
  beside: Beside,
}: {
  report: ShownReport;
  beside?: Beside | undefined;
}) {
  const f = useWords(formWords);
  if (!report.values.length) return null;
  return (
    <section className="paper report-slot" id="figures" style={{ padding: 16 }} aria-label={f.figures}>
      <Title order={2} fz="lg">
        {f.figures}
      </Title>
      <dl className="report-filed-figures">
        {report.indicators.map(({ key, name, unit, rule }) => {
          const value = report.values.find((one) => one.indicator === key);
          const shown =
            value?.amount == null
              ? '–'
              : rule === 'ratio' && value.whole !== null
                ? `${showNumber(value.amount)}/${showNumber(value.whole)}`
                : `${showNumber(value.amount)} ${value.currency ?? unit}`;
          return (
            <div key={key}>
              <dt>{name}</dt>
              <dd>
                {shown}
                <Text span fz="sm" c="dimmed">
                  {' '}
                  {value?.isComputed ? f.computed : (value?.source ?? '')}
                </Text>
                {value?.isComputed ? <CountedRows counted={value.counted} /> : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {Beside ? <Beside reportId={report.id} place="figures" name={f.figures} /> : null}
    </section>
  );
}

/** Which duties and rows a paragraph tells of, or that the agency wrote it itself. */
export function SourceLine({ paragraph, report }: { paragraph: Paragraph; report: ShownReport }) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const { sources, records } = paragraph;
  if (!sources.length && !records.length)
    return (
      <Text fz="sm" c="dimmed">
        {t.ownWords}
      </Text>
    );
  const duties = new Map(report.duties.map((duty) => [duty.id, duty]));
  const shown = sources.slice(0, 6);
  return (
    <Text fz="sm" c="dimmed">
      {records.map(({ title }) => f.sourceRow(title)).join('; ')}
      {shown.length ? `${t.prefilled} ` : ''}
      {shown.map((source, index) => (
        <span key={source.progressEntryId ?? source.dutyId}>
          {index ? ', ' : ''}
          <Anchor component={Link} to={`/duties/${source.dutyId}`} fz="sm" underline="always">
            {t.duty(duties.get(source.dutyId)?.path ?? '')}
          </Anchor>
        </span>
      ))}
      {sources.length > shown.length ? ` +${sources.length - shown.length}` : ''}
    </Text>
  );
}
