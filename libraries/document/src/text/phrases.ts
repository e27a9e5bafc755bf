import { foldWord } from './fold.ts';
import { numberOf } from './lexicon.ts';
import type { Words } from './words.ts';

/** Steps that lead on from a word, by the number of the next; `ends` where a phrase is complete. */
interface Step {
  ends: boolean;
  next: Map<number, Step> | null;
}

/** What stands for a next word: its number, and whether a comma is printed before it. */
const edgeOf = (id: number, comma: boolean): number => id * 2 + (comma ? 1 : 0);

/** A set of phrases, found word by word; the longest wins. */
export class Phrases {
  readonly #byFirst: (Step | undefined)[] = [];

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) this.#add(phrase.trim().split(/\s+/));
  }

  /** A comma inside a phrase stands between its words; a phrase that ends in one is never found. */
  #add(words: readonly string[]): void {
    if (words.length > 1 && words.at(-1)!.endsWith(',')) return;
    const ids = words.map((word) => numberOf(foldWord(word.replace(/,$/, ''))));
    this.#byFirst[ids[0]!] ??= { ends: false, next: null };
    let step = this.#byFirst[ids[0]!]!;
    for (let k = 1; k < ids.length; k++) {
      step.next ??= new Map();
      const edge = edgeOf(ids[k]!, words[k - 1]!.endsWith(','));
      const known = step.next.get(edge) ?? { ends: false, next: null };
      step.next.set(edge, known);
      step = known;
    }
    step.ends = true;
  }

  /** True if a phrase begins with the word of this number. */
  opensWith(id: number): boolean {
    return this.#byFirst[id] !== undefined;
  }

  /** Number of words of the longest phrase at word `i`; 0 if none. Punctuation inside a phrase does not match. */
  at(words: Words, i: number): number {
    if (i >= words.count) return 0;
    const first = this.#byFirst[words.ids[i]!];
    return first === undefined ? 0 : longest(words, i, first);
  }
}

function longest(words: Words, i: number, first: Step): number {
  let size = first.ends ? 1 : 0;
  let step: Step | undefined = first;
  for (let k = i + 1; step.next !== null && k < words.count && words.before[k] === ''; k++) {
    const mark = words.after[k - 1]!;
    if (mark !== '' && mark !== ',') break;
    step = step.next.get(edgeOf(words.ids[k]!, mark === ','));
    if (step === undefined) break;
    if (step.ends) size = k - i + 1;
  }
  return size;
}

/** Lines of a block of text as a list; `//` opens a remark. */
export function listed(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.replace(/\/\/.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split(/\s*\|\s*/).filter((item) => item !== ''));
}
