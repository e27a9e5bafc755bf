import type { Block, OfficialDocument } from '#app/letters/index.ts';
import { pointLabels, type Slot, stretches } from '#app/reports/index.ts';
import type { IssueLetter, Sentence } from './sentence.ts';

/**
 * The consolidated report as an official document (NĐ 30/2020): the outline's headings numbered anew, what
 * agencies report as dashes, what the editor and the program say as paragraphs.
 */
export function asOfficialDocument(
  letter: IssueLetter,
  slots: readonly Slot[],
  sentences: readonly Sentence[],
  year: number,
): OfficialDocument {
  const bySlot = Map.groupBy(sentences, (sentence) => sentence.slot);
  const body: Block[] = slots.flatMap((slot) => [
    { kind: 'heading' as const, level: slot.level, text: slot.heading },
    ...blocksOf(bySlot.get(slot.key) ?? []),
  ]);
  const around = (text: string): Block[] => (text ? [{ kind: 'paragraph', text }] : []);
  return {
    ...formOf(letter, year),
    title: letter.title,
    addressees: letter.addressees,
    bases: letter.bases,
    body: [...around(letter.opening), ...body, ...around(letter.closing)],
  };
}

/** What a letter puts around the words of any document it gives: head, number and date, who signs, who receives. */
export const formOf = (letter: IssueLetter, year: number) => ({
  ...(letter.superior ? { superior: letter.superior } : {}),
  issuer: letter.issuer,
  symbol: { number: letter.number, notation: letter.notation },
  place: letter.place,
  date: letter.date,
  year,
  kind: 'Báo cáo',
  signature: letter.signature,
  recipients: letter.recipients,
});

function blocksOf(sentences: readonly Sentence[]): Block[] {
  const labels = pointLabels(sentences);
  return sentences.map((sentence, index) => {
    const text = stretches(sentence.text, sentence.marks);
    const label = labels[index];
    if (label) return { kind: 'item', label, text };
    const isReported = sentence.sources.some((source) => source.kind === 'agency-report');
    return { kind: isReported ? 'item' : 'paragraph', text };
  });
}
