import type { Block, OfficialDocument } from '#app/letters/index.ts';
import type { Slot } from '#app/reports/index.ts';
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
    ...(bySlot.get(slot.key) ?? []).map(blockOf),
  ]);
  const around = (text: string): Block[] => (text ? [{ kind: 'paragraph', text }] : []);
  return {
    ...(letter.superior ? { superior: letter.superior } : {}),
    issuer: letter.issuer,
    symbol: { number: letter.number, notation: letter.notation },
    place: letter.place,
    date: letter.date,
    year,
    kind: 'Báo cáo',
    title: letter.title,
    addressees: letter.addressees,
    bases: letter.bases,
    body: [...around(letter.opening), ...body, ...around(letter.closing)],
    signature: letter.signature,
    recipients: letter.recipients,
  };
}

function blockOf({ text, sources }: Sentence): Block {
  const isReported = sources.some((source) => source.kind === 'agency-report');
  return { kind: isReported ? 'item' : 'paragraph', text };
}
