import type { z } from 'zod';
import type {
  definitionShape,
  letterShape,
  paragraphShape,
  paragraphSource,
  slotShape,
} from './report.contract.ts';

export type Slot = z.output<typeof slotShape>;
export type Letter = z.output<typeof letterShape>;
export type DefinitionContent = z.output<typeof definitionShape>;
export type Paragraph = z.output<typeof paragraphShape>;
export type ParagraphSource = z.output<typeof paragraphSource>;

/** What an agency's report says; `seen` keeps the keys of sources that were offered to it. */
export type ReportContent = { paragraphs: Paragraph[]; seen: string[] };

/** Paragraphs that say something, in the order of the outline. Two of one slot keep their order. */
export function filedParagraphs(slots: readonly Slot[], paragraphs: readonly Paragraph[]): Paragraph[] {
  const order = new Map(slots.map((slot, index) => [slot.key, index]));
  return paragraphs
    .map((paragraph) => ({ ...paragraph, text: tidy(paragraph.text) }))
    .filter((paragraph) => paragraph.text !== '' && order.has(paragraph.slot))
    .sort((a, b) => order.get(a.slot)! - order.get(b.slot)!);
}

/** Text as it is kept: NFC, one space between words. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A sentence as it stands in a report: a capital at its start, a stop at its end. */
export function asSentence(text: string): string {
  const tidied = tidy(text);
  if (tidied === '') return '';
  const closed = /[.!?…]$/.test(tidied) ? tidied : `${tidied.replace(/[\s,;:]+$/, '')}.`;
  return closed.charAt(0).toLocaleUpperCase('vi') + closed.slice(1);
}
