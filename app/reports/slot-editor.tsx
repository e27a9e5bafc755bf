import { Anchor, Button, Group, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useWords } from '#app/web/language.tsx';
import { countWords, type Finding } from './check-report.ts';
import { type Beside, numberOf, SourceLine } from './filed-slots.tsx';
import { FindingLines } from './finding-lines.tsx';
import { formWords } from './form.words.ts';
import { AsPrinted, FormatTools } from './format-tools.tsx';
import { pointLabels, rebaseMarks } from './marks.ts';
import { asParagraph, type Paragraph, type ReportContent, type Slot } from './report.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

type Change = (make: (before: ReportContent) => ReportContent) => void;

/** One heading of the report: its paragraphs, prefilled ones with their duty, and room for the agency's own. */
export function SlotEditor({
  slot,
  report,
  content,
  change,
  findings = [],
  beside: Beside,
}: {
  slot: Slot;
  report: ShownReport;
  content: ReportContent;
  change: Change;
  findings?: readonly Finding[];
  beside?: Beside | undefined;
}) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const own = content.paragraphs.filter((paragraph) => paragraph.slot === slot.key);
  const silent = report.duties.filter((duty) => duty.slot === slot.key && !duty.entries);
  const note = report.returnNotes.find((one) => one.slot === slot.key);
  const labels = pointLabels(own);
  const put = (id: string, part: Partial<Paragraph>) =>
    change((before) => ({
      ...before,
      paragraphs: before.paragraphs.map((one) => (one.id === id ? { ...one, ...part } : one)),
    }));
  const add = () => {
    const made = asParagraph({ id: crypto.randomUUID(), slot: slot.key, text: '', sources: [] });
    change((before) => ({ ...before, paragraphs: [...before.paragraphs, made] }));
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#p-${made.id} textarea`)?.focus());
  };
  const remove = (id: string) => {
    const at = content.paragraphs.findIndex((one) => one.id === id);
    const gone = content.paragraphs[at]!;
    change((before) => ({ ...before, paragraphs: before.paragraphs.filter((one) => one.id !== id) }));
    const back = () => {
      change((before) => ({ ...before, paragraphs: before.paragraphs.toSpliced(at, 0, gone) }));
      notifications.hide(id);
    };
    if (gone.text.trim())
      notifications.show({
        id,
        message: (
          <Group justify="space-between">
            <Text>{t.removed}</Text>
            <Button size="compact-sm" variant="default" onClick={back}>
              {t.undo}
            </Button>
          </Group>
        ),
      });
  };
  const name = `${slot.key}. ${slot.heading}`;
  const words = own.reduce((sum, one) => sum + countWords(one.text), 0);
  return (
    <section className="paper report-slot" id={`slot-${slot.key}`} style={{ padding: 16 }}>
      <Title order={slot.level === 1 ? 2 : 3} fz={slot.level === 1 ? 'lg' : 'md'}>
        {numberOf(slot)} {slot.heading}
      </Title>
      {slot.question || slot.isRequired || slot.maxWords ? (
        <Text c="dimmed" fz="sm">
          {[slot.question, slot.isRequired && f.required, slot.maxWords && f.words(words, slot.maxWords)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      ) : null}
      {report.asked.includes(slot.key) ? null : (
        <Text c="dimmed" fz="sm">
          {f.noDuties}
        </Text>
      )}
      {note ? (
        <Text mt={6} fw={600} className="report-mistake">
          {f.toMend}: {note.reason}
        </Text>
      ) : null}
      {own.map((paragraph, index) => (
        <ParagraphEditor
          key={paragraph.id}
          paragraph={paragraph}
          label={labels[index] ?? null}
          index={index}
          name={name}
          report={report}
          put={(part) => put(paragraph.id, part)}
          remove={() => remove(paragraph.id)}
        />
      ))}
      <FindingLines findings={findings} />
      <Button size="compact-md" variant="default" mt="xs" aria-label={t.addTo(name)} onClick={add}>
        {t.add}
      </Button>
      {silent.length ? <Silent duties={silent} /> : null}
      {Beside ? <Beside reportId={report.id} place={slot.key} name={name} /> : null}
    </section>
  );
}

/** A paragraph as plain text, with what NĐ 30 prints: bold and italic over what is selected, a point of a list. */
function ParagraphEditor({
  paragraph,
  label,
  index,
  name,
  report,
  put,
  remove,
}: {
  paragraph: Paragraph;
  label: string | null;
  index: number;
  name: string;
  report: ShownReport;
  put: (part: Partial<Paragraph>) => void;
  remove: () => void;
}) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, marks } = paragraph;
  return (
    <div id={`p-${paragraph.id}`} className="report-paragraph">
      <Textarea
        ref={area}
        aria-label={t.paragraph(index + 1, name)}
        autosize
        minRows={1}
        maxLength={20_000}
        value={text}
        onChange={(event) => {
          const after = event.currentTarget.value;
          put({ text: after, marks: rebaseMarks(marks, text, after) });
        }}
      />
      <AsPrinted of={paragraph} label={label} />
      <Group justify="space-between" mt={4}>
        <SourceLine paragraph={paragraph} report={report} />
        <Group gap={2}>
          <FormatTools
            of={paragraph}
            area={area}
            put={put}
            nameOf={(what) => f.formatOf(what, index + 1, name)}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t.removeOne(index + 1, name)}
            onClick={remove}
          >
            {t.remove}
          </Button>
        </Group>
      </Group>
    </div>
  );
}

/** Duties that nothing was written down about: the agency may still tell of them. */
function Silent({ duties }: { duties: ShownReport['duties'] }) {
  const t = useWords(reportWords);
  return (
    <details style={{ marginTop: 10 }}>
      <summary style={{ minHeight: 24, cursor: 'pointer' }}>
        <Text span c="dimmed" fz="sm">
          {t.silent(duties.length)}
        </Text>
      </summary>
      <ul style={{ margin: '6px 0 0', paddingLeft: 22 }}>
        {duties.map((duty) => (
          <li key={duty.id} style={{ padding: '3px 0' }}>
            <Anchor component={Link} to={`/duties/${duty.id}`} fz="sm">
              {duty.path ? `${duty.path}: ` : ''}
              {duty.text.length > 140 ? `${duty.text.slice(0, 138)}…` : duty.text}
            </Anchor>
          </li>
        ))}
      </ul>
    </details>
  );
}
