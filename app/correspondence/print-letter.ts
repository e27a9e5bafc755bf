import { type OfficialDocument, printSymbol } from '#app/letters/index.ts';
import type { LetterRecord } from './letter.store.ts';

/** A letter as the official document it prints. `today` gives the year of a draft. */
export const documentOf = (
  { content, number, dated }: Pick<LetterRecord, 'content' | 'number' | 'dated'>,
  today: string,
): OfficialDocument => {
  const { superior, notation, ...rest } = content;
  return {
    ...rest,
    ...(superior ? { superior } : {}),
    symbol: { number: number === null ? null : String(number), notation },
    date: dated,
    year: Number((dated ?? today).slice(0, 4)),
  };
};

/** '05/LHHN-VP'; null while it has no number. */
export const symbolOf = ({ content, number }: Pick<LetterRecord, 'content' | 'number'>): string | null =>
  number === null ? null : printSymbol({ number: String(number), notation: content.notation });

/** Name of the file to save, without its ending. */
export const fileNameOf = (letter: Pick<LetterRecord, 'content' | 'number'>): string =>
  `${symbolOf(letter) ?? `du-thao-${letter.content.notation}`} ${letter.content.title}`
    .replace(/[/\\:*?"<>|\s]+/g, ' ')
    .trim()
    .replace(/^(.{1,120})(?:\s.*)?$/, '$1');
