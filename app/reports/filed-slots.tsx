import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import type { Paragraph, Slot } from './report.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

/** Headings with the number of paragraphs under each, to find the empty ones. */
export function ReportOutline({
  report,
  paragraphs,
}: {
  report: ShownReport;
  paragraphs: readonly Paragraph[];
}) {
  const t = useWords(reportWords);
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
    </nav>
  );
}

/** 'II.' for a part, '1.' for what stands under it. */
export const numberOf = (slot: Slot): string =>
  `${slot.level === 1 ? slot.key : slot.key.split('.').at(-1)}.`;

/** A report as it was filed; each paragraph can be linked to. */
export function FiledSlots({ report }: { report: ShownReport }) {
  const t = useWords(reportWords);
  const bySlot = Map.groupBy(report.paragraphs, (one) => one.slot);
  return (
    <Stack className="paper" p="lg" gap="sm">
      {report.slots.map((slot) => (
        <section key={slot.key} className="report-slot" id={`slot-${slot.key}`}>
          <Title order={slot.level === 1 ? 2 : 3} fz={slot.level === 1 ? 'lg' : 'md'}>
            {numberOf(slot)} {slot.heading}
          </Title>
          {(bySlot.get(slot.key) ?? []).map((paragraph) => (
            <div key={paragraph.id} id={`p-${paragraph.id}`} className="report-paragraph">
              <p className="document-text" style={{ margin: 0 }}>
                {paragraph.text}
              </p>
              <SourceLine paragraph={paragraph} report={report} />
            </div>
          ))}
          {slot.writes && !bySlot.has(slot.key) ? (
            <Text c="dimmed" fz="sm">
              {t.empty}
            </Text>
          ) : null}
        </section>
      ))}
    </Stack>
  );
}

/** Which duty a paragraph tells of, or that the agency wrote it itself. */
export function SourceLine({ paragraph, report }: { paragraph: Paragraph; report: ShownReport }) {
  const t = useWords(reportWords);
  if (!paragraph.sources.length)
    return (
      <Text fz="sm" c="dimmed">
        {t.ownWords}
      </Text>
    );
  const duties = new Map(report.duties.map((duty) => [duty.id, duty]));
  return (
    <Text fz="sm" c="dimmed">
      {t.prefilled}{' '}
      {paragraph.sources.map((source, index) => (
        <span key={source.progressEntryId ?? source.dutyId}>
          {index ? ', ' : ''}
          <Anchor component={Link} to={`/duties/${source.dutyId}`} fz="sm">
            {t.duty(duties.get(source.dutyId)?.path ?? '')}
          </Anchor>
        </span>
      ))}
    </Text>
  );
}
