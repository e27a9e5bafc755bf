import { slotOfDuty, tellsOfDuties } from './outline-of-plan.ts';
import { asParagraph, asSentence, type Paragraph, type ParagraphSource, type Slot } from './report.ts';

/** An agency's part in a duty of the plan. */
export type DutyPart = {
  dutyId: string;
  position: number;
  path: string;
  text: string;
  taskGroups: string[];
  isRequest: boolean;
  /** Workflow state of the assignment. */
  state: string;
  dueOn: string | null;
  /** Vietnamese day on which its holder said it was done. */
  completedOn: string | null;
};

/** What an agency wrote down about a duty inside the window. */
export type Entry = { id: string; dutyId: string; note: string; doneOn: string };

/** A paragraph the program offers; what was offered once under its key is not offered again. */
export type Offer = Paragraph & { key: string };

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
): Offer[] {
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
    return told.map(({ text, progressEntryId }) => {
      const sources = [{ dutyId: part.dutyId, progressEntryId }];
      return { ...asParagraph({ id: newId(), slot: slot.key, text, sources }), key: keyOf(sources[0]!) };
    });
  });
}

export function firstWords(text: string, most = 30): string {
  const words = text.split(/\s+/);
  return words.length <= most
    ? text
    : `${words
        .slice(0, most)
        .join(' ')
        .replace(/[,;:]$/, '')}…`;
}

/** What is offered that was never offered before. */
export function freshParagraphs(offered: readonly Offer[], seen: readonly string[]): Offer[] {
  const known = new Set(seen);
  return offered.filter(({ key }) => !known.has(key));
}

/**
 * Headings an agency is asked to fill: not those over others, nor those fed by duties of which it has none.
 * It may write under the others all the same.
 */
export function slotsAskedOf(slots: readonly Slot[], parts: readonly DutyPart[]): Slot[] {
  const fed = new Set(parts.map((part) => slotOfDuty(slots, part)?.key));
  return slots.filter((slot) => slot.writes && (!tellsOfDuties(slot) || fed.has(slot.key)));
}
