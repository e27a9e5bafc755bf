/** Without case and diacritics: 'Đã hoàn thành' → 'da hoan thanh'. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** Does a text have all the words asked for, in any order? */
export function hasWords(text: string, asked: string): boolean {
  const folded = fold(text);
  return fold(asked)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
