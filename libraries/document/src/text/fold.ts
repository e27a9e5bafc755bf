/** Codes below this have an entry in the table; what stands above it is in no Vietnamese word. */
export const foldLimit = 0x2100;
/** Set in the table for punctuation. */
export const punctuationBit = 0x10000;

const isPunctuation = (code: number): boolean =>
  (code >= 33 && code <= 46 && code !== 37 && code !== 38 && code !== 43) ||
  code === 58 ||
  code === 59 ||
  code === 63 ||
  code === 91 ||
  code === 93 ||
  (code >= 0x2018 && code <= 0x201f) ||
  code === 0x2026 ||
  code === 0x2013 ||
  code === 0x2014 ||
  code === 0xab ||
  code === 0xbb;

/** For each code its lower case, and a bit for punctuation: one look per letter. */
export const foldTable = Uint32Array.from({ length: foldLimit }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase();
  return (lower.length === 1 ? lower.charCodeAt(0) : code) | (isPunctuation(code) ? punctuationBit : 0);
});

/** By code, 1 for a letter that has a capital: `a`, `ế`. */
export const smallLetters = Uint8Array.from({ length: foldLimit }, (_, code) =>
  String.fromCharCode(code).toUpperCase() === String.fromCharCode(code) ? 0 : 1,
);

/** Lower case, unit for unit; a text with a capital that has no small letter of its length stays as it is. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

const tones: Record<string, string> = {
  oá: 'óa',
  oà: 'òa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oé: 'óe',
  oè: 'òe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uý: 'úy',
  uỳ: 'ùy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};

const movable = new Set(Object.keys(tones).map((pair) => pair.charCodeAt(0) * 0x10000 + pair.charCodeAt(1)));

/** True where a word in lower case ends in a pair whose tone may stand in the new place. */
export const mayMoveTone = (before: number, last: number): boolean =>
  last >= 0xe0 && (before === 111 || before === 117) && movable.has(before * 0x10000 + last);

/** Lower case and one way of placing the tone mark: hoá → hóa, uỷ → ủy; “quý” stays. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  const size = lower.length;
  if (size < 2 || !mayMoveTone(lower.charCodeAt(size - 2), lower.charCodeAt(size - 1))) return lower;
  const fixed = tones[lower.slice(-2)];
  if (fixed === undefined || (size > 2 && lower.charCodeAt(size - 3) === 113)) return lower;
  return lower.slice(0, -2) + fixed;
}
