import { foldWord, type Words } from './words.ts';

/** A set of phrases, found word by word; the longest wins. */
export class Phrases {
  readonly #byFirst = new Map<string, string[][]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      // A comma inside a phrase stays with its word.
      const words = phrase.trim().split(/\s+/).map(foldWord);
      const first = words[0]!.replace(',', '');
      const list = this.#byFirst.get(first) ?? [];
      list.push(words);
      this.#byFirst.set(first, list);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.length - a.length);
  }

  get firstWords(): Iterable<string> {
    return this.#byFirst.keys();
  }

  /** Number of words of the longest phrase at word `i`; 0 if none. Punctuation inside a phrase does not match. */
  at(words: Words, i: number): number {
    if (i >= words.count) return 0;
    const list = this.#byFirst.get(words.lower[i]!);
    if (list === undefined) return 0;
    for (const phrase of list) if (fits(words, i, phrase)) return phrase.length;
    return 0;
  }
}

function fits(words: Words, i: number, phrase: readonly string[]): boolean {
  const size = phrase.length;
  if (i + size > words.count) return false;
  for (let k = 0; k < size; k++) {
    const word = phrase[k]!;
    const comma = k < size - 1 && word.endsWith(',');
    if (k > 0 && words.lower[i + k] !== (comma ? word.slice(0, -1) : word)) return false;
    if (k > 0 && words.before[i + k] !== '') return false;
    if (k < size - 1 && words.after[i + k] !== (comma ? ',' : '')) return false;
  }
  return true;
}

/** Lines of a block of text as a list; `//` opens a remark. */
export function listed(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.replace(/\/\/.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split(/\s*\|\s*/).filter((item) => item !== ''));
}
