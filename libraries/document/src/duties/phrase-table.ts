import type { Words } from '../text/words.ts';

/** A phrase is a run of four words with no mark between them. */
export const phraseSize = 4;
/** A text is read this far: what it says later tells no task group from another. */
const mostWords = 1500;
/** Numbers of the lexicon end below this; other words are numbered from here. */
const firstOwn = 4096;

/** The phrases of task groups and the groups that each stands in. Words are numbers, so that a phrase is looked up without making it. */
export class PhraseTable {
  #slots = new Int32Array(4096);
  /** Four numbers of words for each phrase. */
  readonly #words: number[] = [];
  /** For each phrase the groups that have it: how many, and the place of the last in `#listed`. */
  readonly #counts: number[] = [];
  readonly #lasts: number[] = [];
  /** Pairs [group, place of the one before or -1]. */
  readonly #listed: number[] = [];
  readonly #own = new Map<string, number>();
  readonly #numbers = new Int32Array(mostWords);
  readonly #runs = new Int32Array(mostWords);

  /** Notes every phrase of a text of the task group `group`; groups come in rising order. */
  learn(words: Words, group: number): void {
    const count = this.#number(words, true);
    for (let k = phraseSize - 1; k < count; k++) {
      if (this.#runs[k]! < phraseSize) continue;
      const entry = this.#entryAt(k);
      const last = this.#lasts[entry]!;
      if (last >= 0 && this.#listed[last] === group) continue;
      this.#lasts[entry] = this.#listed.push(group, last) - 2;
      this.#counts[entry]!++;
    }
  }

  /** By group, the words of a text at which a phrase ends that the group has, and at most `most` groups. */
  find(words: Words, most: number): Map<number, number[]> {
    const placesOf = new Map<number, number[]>();
    const count = this.#number(words, false);
    for (let k = phraseSize - 1; k < count; k++) {
      if (this.#runs[k]! < phraseSize) continue;
      const entry = this.#slots[this.#slotOf(k)]! - 1;
      if (entry < 0 || this.#counts[entry]! > most) continue;
      for (let at = this.#lasts[entry]!; at >= 0; at = this.#listed[at + 1]!) {
        const places = placesOf.get(this.#listed[at]!);
        if (places === undefined) placesOf.set(this.#listed[at]!, [k]);
        else places.push(k);
      }
    }
    return placesOf;
  }

  /** Numbers the words of a text and counts how many in a row run on; a word that no group has ends the row. */
  #number(words: Words, learns: boolean): number {
    const count = Math.min(words.count, mostWords);
    let run = 0;
    for (let k = 0; k < count; k++) {
      const number = words.ids[k]! || this.#ownNumber(words.lower[k]!, learns);
      const runsOn = k > 0 && words.after[k - 1] === '' && words.before[k] === '';
      run = number < 0 ? 0 : runsOn ? run + 1 : 1;
      this.#numbers[k] = number;
      this.#runs[k] = run;
    }
    return count;
  }

  #ownNumber(word: string, learns: boolean): number {
    const known = this.#own.get(word);
    if (known !== undefined) return known;
    if (!learns) return -1;
    this.#own.set(word, firstOwn + this.#own.size);
    return firstOwn + this.#own.size - 1;
  }

  #entryAt(k: number): number {
    const slot = this.#slotOf(k);
    if (this.#slots[slot] !== 0) return this.#slots[slot]! - 1;
    for (let i = k - phraseSize + 1; i <= k; i++) this.#words.push(this.#numbers[i]!);
    this.#lasts.push(-1);
    this.#slots[slot] = this.#counts.push(0);
    if (this.#counts.length * 2 > this.#slots.length) this.#widen();
    return this.#counts.length - 1;
  }

  /** Where the phrase that ends at word `k` stands in the table, or would. */
  #slotOf(k: number): number {
    const numbers = this.#numbers;
    const mask = this.#slots.length - 1;
    let slot = hashOf(numbers[k - 3]!, numbers[k - 2]!, numbers[k - 1]!, numbers[k]!) & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (this.#slots[slot]! - 1) * phraseSize;
      const words = this.#words;
      if (
        words[at + 3] === numbers[k] &&
        words[at + 2] === numbers[k - 1] &&
        words[at + 1] === numbers[k - 2] &&
        words[at] === numbers[k - 3]
      )
        break;
    }
    return slot;
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    const mask = this.#slots.length - 1;
    const words = this.#words;
    for (let entry = 0; entry < this.#counts.length; entry++) {
      const at = entry * phraseSize;
      let slot = hashOf(words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = entry + 1;
    }
  }
}

function hashOf(a: number, b: number, c: number, d: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca6b) + c, 0xc2b2ae35) + d;
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 7;
}
