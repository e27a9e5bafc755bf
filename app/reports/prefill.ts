import { slotOfDuty } from './outline-of-plan.ts';
import { asSentence, type Paragraph, type ParagraphSource, type Slot } from './report.ts';

/** An agency's part in a duty of the plan. */
export type DutyPart = {
  dutyId: string;
  position: number;
  path: string;
  text: string;
  taskGroups: string[];
  /** Workflow state of the assignment. */
  state: string;
  dueOn: string | null;
  /** Vietnamese day on which its holder said it was done. */
  completedOn: string | null;
};

/** What an agency wrote down about a duty inside the window. */
export type Entry = { id: string; dutyId: string; note: string; doneOn: string };

/** A source as a key: what was offered under it once is not offered again. */
export const keyOf = ({ dutyId, progressEntryId }: ParagraphSource): string =>
  progressEntryId ?? `duty:${dutyId}`;

/**
 * Paragraphs that an agency's own duties and entries write for it: one for each entry of the window, in the
 * order of the plan and of the days; a duty done in the window without an entry gets one that says so.
 * A duty of several task groups is told once, under the first.
 */
export function prefill(
  slots: readonly Slot[],
  parts: readonly DutyPart[],
  entries: readonly Entry[],
  window: { from: string; to: string },
  newId: () => string,
): Paragraph[] {
  const byDuty = Map.groupBy(entries, (entry) => entry.dutyId);
  const inOrder = [...parts].sort((a, b) => a.position - b.position);
  return inOrder.flatMap((part) => {
    const slot = slotOfDuty(slots, part);
    if (!slot) return [];
    const own = [...(byDuty.get(part.dutyId) ?? [])].sort((a, b) => (a.doneOn < b.doneOn ? -1 : 1));
    const done = part.completedOn && window.from <= part.completedOn && part.completedOn <= window.to;
    const told = own.map((entry) => ({
      text: asSentence(entry.note),
      progressEntryId: entry.id as string | null,
    }));
    if (!told.length && done)
      told.push({
        text: `Đã hoàn thành nhiệm vụ: ${asSentence(firstWords(part.text))}`,
        progressEntryId: null,
      });
    return told.map(({ text, progressEntryId }) => ({
      id: newId(),
      slot: slot.key,
      text,
      sources: [{ dutyId: part.dutyId, progressEntryId }],
      records: [],
      marks: [],
      form: 'text',
    }));
  });
}

function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return words.length <= 30
    ? text
    : `${words
        .slice(0, 30)
        .join(' ')
        .replace(/[,;:]$/, '')}…`;
}

/** What `prefill` offers that was never offered before. */
export function freshParagraphs(offered: readonly Paragraph[], seen: readonly string[]): Paragraph[] {
  const known = new Set(seen);
  return offered.filter((paragraph) => paragraph.sources.some((source) => !known.has(keyOf(source))));
}
