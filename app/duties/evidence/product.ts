/** What an agency showed of its work in one entry of the log. */
export type Shown = { note: string; files: number; links: readonly string[] };

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A note names the product when it has at least this share of its words: nobody writes a long title out. */
const SHARE = 0.75;

/** Do these words name the product? Without case and diacritics, in any order. */
export function namesProduct(note: string, product: string): boolean {
  const wanted = new Set(wordsOf(product));
  const said = new Set(wordsOf(note));
  const hit = [...wanted].filter((word) => said.has(word)).length;
  return wanted.size > 0 && hit >= wanted.size * SHARE;
}

/** Is the product a duty names shown: by a file, a link, or words that name it? */
export const isProductShown = (product: string, entries: readonly Shown[]): boolean =>
  entries.some(({ note, files, links }) => files > 0 || links.length > 0 || namesProduct(note, product));

const LONGEST_LINK = 500;

/** A link as it is kept: https, to a named host, without a password in it; null when it is none. */
export function readLink(given: string): string | null {
  const text = given.trim();
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return null;
  const { protocol, hostname, username, password, href } = new URL(text);
  return protocol === 'https:' && hostname.includes('.') && !username && !password ? href : null;
}
