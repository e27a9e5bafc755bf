/** Words of a text with their places; `lower` is in lower case with the old tone placement (hóa, ủy). */
export interface Words {
  text: string;
  count: number;
  begin: number[];
  /** End of the word without the punctuation after it. */
  end: number[];
  lower: string[];
  /** Punctuation between the word and the next: '' or one of , ; : . ( ) and so on, as printed without spaces. */
  after: string[];
  /** Opening punctuation before the word. */
  before: string[];
  /** What has been found to begin at a word: undefined where nobody has looked. */
  found: unknown[];
  /** How many names within names are being read. */
  depth: number;
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

/** Lower case and one way of placing the tone mark: hoá → hóa, uỷ → ủy. */
export const foldWord = (word: string): string => oldTone(word.toLowerCase());

function oldTone(lower: string): string {
  const size = lower.length;
  if (size < 2 || lower.charCodeAt(size - 1) < 0xc0) return lower;
  const before = lower.charCodeAt(size - 2);
  if (before !== 111 && before !== 117) return lower;
  const fixed = tones[lower.slice(-2)];
  if (fixed === undefined || (size > 2 && lower.charCodeAt(size - 3) === 113)) return lower;
  return lower.slice(0, -2) + fixed;
}

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

/** Words between spaces, from `from`; at most `limit` of them. */
export function toWords(text: string, from = 0, limit = Number.POSITIVE_INFINITY): Words {
  const words: Words = {
    text,
    count: 0,
    begin: [],
    end: [],
    lower: [],
    after: [],
    before: [],
    found: [],
    depth: 0,
  };
  const lowered = text.toLowerCase();
  const lower = lowered.length === text.length ? lowered : text;
  let i = from;
  const size = text.length;
  while (i < size && words.count < limit) {
    while (i < size && text.charCodeAt(i) === 32) i++;
    if (i >= size) break;
    let stop = text.indexOf(' ', i);
    if (stop < 0) stop = size;
    addWord(words, lower, i, stop);
    i = stop + 1;
  }
  return words;
}

function addWord(words: Words, lower: string, from: number, to: number): void {
  const { text } = words;
  let begin = from;
  while (begin < to && isPunctuation(text.charCodeAt(begin))) begin++;
  if (begin === to) {
    // A lone dash, a bracket … : a word of its own, so that “Thi đua - khen thưởng” keeps its dash.
    pushWord(words, from, to, text.slice(from, to), '', '');
    return;
  }
  let end = to;
  while (end > begin && isPunctuation(text.charCodeAt(end - 1))) end--;
  pushWord(
    words,
    begin,
    end,
    oldTone(lower.slice(begin, end)),
    begin === from ? '' : text.slice(from, begin),
    end === to ? '' : text.slice(end, to),
  );
}

function pushWord(
  words: Words,
  begin: number,
  end: number,
  lower: string,
  before: string,
  after: string,
): void {
  words.begin.push(begin);
  words.end.push(end);
  words.lower.push(lower);
  words.before.push(before);
  words.after.push(after);
  words.count++;
}

/** Starts with a capital letter or a digit. */
export function isCapital(words: Words, i: number): boolean {
  const first = words.text[words.begin[i]!]!;
  return first !== first.toLowerCase() || (first >= '0' && first <= '9');
}

let last: { clean: object; words: Words } | null = null;

/** The words of a clean text. Those of the text asked for last are kept: one leaf is looked at several times in a row. */
export function wordsOf(clean: { text: string }): Words {
  if (last?.clean === clean) return last.words;
  const words = toWords(clean.text);
  last = { clean, words };
  return words;
}
