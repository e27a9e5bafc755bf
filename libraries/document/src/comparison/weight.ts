import type { CopyWord } from './copy-words.ts';

// Words that turn an order into its contrary.
const negations = new Set(['không', 'chưa', 'chẳng', 'chớ', 'đừng', 'cấm', 'trừ', 'miễn', 'ngoài', 'nghiêm']);
const numerals = new Set(
  'một hai ba bốn tư lăm sáu bảy tám chín mười mươi trăm nghìn ngàn triệu tỷ tỉ nửa'.split(' '),
);

export const isNegation = (word: CopyWord): boolean => negations.has(word.key);

/** A number, a part of a symbol (“217/KH-UBND”), a roman numeral, a number in words or a sign of measure. */
export const isNumber = (word: CopyWord): boolean =>
  /[\p{N}%‰°$€₫]/u.test(word.raw) || /^[IVXLC]+$/.test(word.raw) || numerals.has(word.key);

/** Stands in a symbol: joined to its neighbour by “/” or “-” without a space. */
export const isInSymbol = (words: readonly CopyWord[], i: number): boolean => {
  const raw = words[i]!.raw;
  if (raw !== raw.toUpperCase() || raw.length > 8) return false;
  return /^[/-]$/.test(words[i]!.gap) || /^[/-]$/.test(words[i + 1]?.gap ?? '');
};

/** A capital inside a sentence: a part of a name. Headings in capitals and first words are none. */
export function isName(words: readonly CopyWord[], i: number): boolean {
  const { raw, gap, first } = words[i]!;
  const initial = raw[0]!;
  if (first || initial === initial.toLowerCase() || /[.!?:;“"(¶]/.test(gap)) return false;
  return raw.length === 1 || raw !== raw.toUpperCase();
}
