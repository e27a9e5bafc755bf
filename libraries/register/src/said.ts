/** The same words in Vietnamese and English. */
export type Said = readonly [vi: string, en: string];
export type Language = 'vi' | 'en';

export const say = ([vi, en]: Said, language: Language): string => (language === 'vi' ? vi : en);

/** Without case, diacritics and spare spaces; đ is d. Names and headings are compared so. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** NFC, one space between words, nothing around; null when nothing is left. */
export const tidyLine = (text: string): string | null =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim() || null;
