import data from '#data/agency-words.json' with { type: 'json' };

const marks = /[\u0300-\u036f]/g;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Words in lower case without diacritics; punctuation separates, 'và' and `&` are left out, abbreviations are written out. */
export const foldWords = (printed: string): string[] =>
  splitWords(printed).flatMap((word) => expand(word).map(fold));

/** The same words in the same places with diacritics, wherever a tone was placed: 'Uỷ' is 'Ủy'. */
export const toneWords = (printed: string): string[] =>
  splitWords(printed).flatMap((word) => expand(word).map(tone));

/** Words as printed, abbreviations left as they stand. */
export const plainToned = (printed: string): string => splitWords(printed).map(tone).join(' ');
export const plainFolded = (printed: string): string[] => splitWords(printed).map(fold);

/** 'Sở TN&MT', 'STC', 'UBND TP': some word stands for several. A name in capitals throughout is not one for that. */
export const isAbbreviated = (name: string): boolean =>
  splitWords(name).some((word) => writtenOut.has(fold(word))) ||
  (/\p{Lu}{2,}/u.test(name) && (/\p{Ll}/u.test(name) || splitWords(name).length === 1));

export const startsWith = (all: readonly string[], part: readonly string[], at = 0): boolean =>
  part.length > 0 && part.every((word, index) => all[at + index] === word);

export const endsWith = (all: readonly string[], part: readonly string[]): boolean =>
  all.length >= part.length && startsWith(all, part, all.length - part.length);

const fold = (word: string): string => word.normalize('NFD').replace(marks, '').replaceAll('đ', 'd');

function tone(word: string): string {
  const parts = word.normalize('NFD');
  return parts.replace(tones, '') + (parts.match(tones)?.join('') ?? '');
}

const splitWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word && word !== 'và' && word !== 'va');

const writtenOut = new Map(
  Object.entries(data.abbreviations).map(([short, long]) => [fold(short.toLowerCase()), splitWords(long)]),
);
const expand = (word: string): string[] => writtenOut.get(fold(word)) ?? [word];
