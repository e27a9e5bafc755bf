import { foldLimit, foldTable, foldWord } from './fold.ts';
import { wordOf } from './lexicon.ts';
import { scanned, scanWords } from './scan.ts';

export { foldWord };

/** Words of a text with their places; `lower` is in lower case with the old tone placement (hóa, ủy). */
export interface Words {
  text: string;
  count: number;
  begin: number[];
  /** End of the word without the punctuation after it. */
  end: number[];
  lower: string[];
  /** Number of the word in the lexicon of phrases; 0 for a word that no phrase has. */
  ids: number[];
  /** Punctuation between the word and the next: '' or one of , ; : . ( ) and so on, as printed without spaces. */
  after: string[];
  /** Opening punctuation before the word. */
  before: string[];
  /** What has been found to begin at a word: undefined where nobody has looked. */
  found: unknown[];
  /** How many names within names are being read. */
  depth: number;
}

/** Words between spaces, from `from`; at most `limit` of them. */
export function toWords(text: string, from = 0, limit = Number.POSITIVE_INFINITY): Words {
  const count = scanWords(text, from, limit);
  const words: Words = {
    text,
    count,
    begin: new Array(count),
    end: new Array(count),
    lower: new Array(count),
    ids: new Array(count),
    after: new Array(count),
    before: new Array(count),
    found: [],
    depth: 0,
  };
  for (let k = 0; k < count; k++) {
    const begin = scanned.begin[k]!;
    const end = scanned.end[k]!;
    const opens = scanned.from[k]!;
    const closes = scanned.to[k]!;
    const id = scanned.id[k]!;
    words.begin[k] = begin;
    words.end[k] = end;
    words.ids[k] = id;
    words.lower[k] = id > 0 ? wordOf(id) : lowerAt(text, k);
    words.before[k] = begin === opens ? '' : text.slice(opens, begin);
    words.after[k] = end === closes ? '' : text.slice(end, closes);
  }
  return words;
}

/** The folded word at place `k` of those scanned last. */
export function lowerAt(text: string, k: number): string {
  const word = text.slice(scanned.begin[k]!, scanned.end[k]!);
  return scanned.folds[k] === 1 ? foldWord(word) : word;
}

/** Starts with a capital letter or a digit. */
export function isCapital(words: Words, i: number): boolean {
  const code = words.text.charCodeAt(words.begin[i]!);
  if (code < foldLimit) return (foldTable[code]! & 0xffff) !== code || (code >= 48 && code <= 57);
  const first = String.fromCharCode(code);
  return first !== first.toLowerCase();
}

let last: { clean: object; words: Words } | null = null;

/** The words of a clean text. Those of the text asked for last are kept: one leaf is looked at several times in a row. */
export function wordsOf(clean: { text: string }): Words {
  if (last?.clean === clean) return last.words;
  const words = toWords(clean.text);
  last = { clean, words };
  return words;
}
