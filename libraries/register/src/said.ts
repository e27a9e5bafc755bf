/** The same words in Vietnamese and English. */
export type Said = readonly [vi: string, en: string];
export type Language = 'vi' | 'en';

export const say = ([vi, en]: Said, language: Language): string => (language === 'vi' ? vi : en);

/** Without case, diacritics and spare spaces; đ is d. Names and headings are compared so. */
export function folded(text: string): string {
  let words = '';
  let isApart = false;
  for (const letter of text) {
    const one = foldedLetters.get(letter) ?? foldLetter(letter);
    if (one === ' ') isApart = true;
    else if (one !== '') {
      words += isApart && words ? ` ${one}` : one;
      isApart = false;
    }
  }
  return words;
}

/** Each letter is looked at once: asked for every cell of long books. ' ' is what stands between words. */
const foldedLetters = new Map<string, string>();

function foldLetter(letter: string): string {
  const one = letter
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  foldedLetters.set(letter, one);
  return one;
}

/** NFC, one space between words, nothing around; null when nothing is left. */
export const tidyLine = (text: string): string | null =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim() || null;
