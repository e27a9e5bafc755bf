import type { z } from 'zod';
import type { paragraphShape, paragraphSource, recordSource } from './agency-report.contract.ts';
import type { definitionShape, letterShape, slotShape } from './definition-shape.contract.ts';
import type { IndicatorValue } from './indicator.contract.ts';
import { rebaseMarks } from './marks.ts';

export type Slot = z.output<typeof slotShape>;
export type Letter = z.output<typeof letterShape>;
export type DefinitionContent = z.output<typeof definitionShape>;
export type Paragraph = z.output<typeof paragraphShape>;
export type RecordSource = z.output<typeof recordSource>;
export type ParagraphSource = z.output<typeof paragraphSource>;

/** What an agency's report says; `seen` keeps the keys of sources that were offered to it. */
export type ReportContent = { paragraphs: Paragraph[]; values: IndicatorValue[]; seen: string[] };

type Written<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
/** As rows of any age have it. */
export type KeptParagraph = Written<Paragraph, 'records' | 'marks' | 'form'>;
export type KeptContent = { paragraphs: KeptParagraph[]; values?: IndicatorValue[]; seen: string[] };

/** A paragraph as it is written today, of one that was kept before there were registers and marks. */
export const asParagraph = (kept: KeptParagraph): Paragraph => ({
  records: [],
  marks: [],
  form: 'text',
  ...kept,
});

export const asContent = (kept: KeptContent): ReportContent => ({
  paragraphs: kept.paragraphs.map(asParagraph),
  values: kept.values ?? [],
  seen: kept.seen,
});

/** Paragraphs that say something, in the order of the outline. Two of one slot keep their order. */
export function filedParagraphs(slots: readonly Slot[], paragraphs: readonly Paragraph[]): Paragraph[] {
  const order = new Map(slots.map((slot, index) => [slot.key, index]));
  return paragraphs
    .map((paragraph) => {
      const text = tidy(paragraph.text);
      return { ...paragraph, text, marks: rebaseMarks(paragraph.marks, paragraph.text, text) };
    })
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
