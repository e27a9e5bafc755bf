import { Anchor, Button, Group, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { numberOf, SourceLine } from './filed-slots.tsx';
import { asParagraph, type ReportContent, type Slot } from './report.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

type Change = (make: (before: ReportContent) => ReportContent) => void;

/** One heading of the report: its paragraphs, prefilled ones with their duty, and room for the agency's own. */
export function SlotEditor({
  slot,
  report,
  content,
  change,
}: {
  slot: Slot;
  report: ShownReport;
  content: ReportContent;
  change: Change;
}) {
  const t = useWords(reportWords);
  const own = content.paragraphs.filter((paragraph) => paragraph.slot === slot.key);
  const silent = report.duties.filter((duty) => duty.slot === slot.key && !duty.entries);
  const edit = (id: string, text: string) =>
    change((before) => ({
      ...before,
      paragraphs: before.paragraphs.map((one) => (one.id === id ? { ...one, text } : one)),
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
  return (
    <section className="paper report-slot" id={`slot-${slot.key}`} style={{ padding: 16 }}>
      <Title order={slot.level === 1 ? 2 : 3} fz={slot.level === 1 ? 'lg' : 'md'}>
        {numberOf(slot)} {slot.heading}
      </Title>
      {own.map((paragraph, index) => (
        <div key={paragraph.id} id={`p-${paragraph.id}`} className="report-paragraph">
          <Textarea
            aria-label={t.paragraph(index + 1, name)}
            autosize
            minRows={1}
            maxLength={20_000}
            value={paragraph.text}
            onChange={(event) => edit(paragraph.id, event.currentTarget.value)}
          />
          <Group justify="space-between" mt={4}>
            <SourceLine paragraph={paragraph} report={report} />
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t.removeOne(index + 1, name)}
              onClick={() => remove(paragraph.id)}
            >
              {t.remove}
            </Button>
          </Group>
        </div>
      ))}
      <Button size="compact-md" variant="default" mt="xs" aria-label={t.addTo(name)} onClick={add}>
        {t.add}
      </Button>
      {silent.length ? <Silent duties={silent} /> : null}
    </section>
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
