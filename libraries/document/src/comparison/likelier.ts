import type { CopyWord } from './copy-words.ts';
import { isSyllable } from './syllable.ts';

export interface Verdict {
  likely: 'ours' | 'theirs' | null;
  why: string | null;
}

/** How often two words stand side by side in a copy: the document's own usage decides between two readings. */
export class Usage {
  readonly #words: readonly CopyWord[];
  #counts: Map<string, number> | null = null;

  constructor(words: readonly CopyWord[]) {
    this.#words = words;
  }

  /** Times that the two words, “đối tác”, stand side by side. Counted when first asked. */
  of(pair: string): number {
    if (this.#counts === null) {
      this.#counts = new Map();
      for (let i = 1; i < this.#words.length; i++) {
        const one = `${this.#words[i - 1]!.key} ${this.#words[i]!.key}`;
        this.#counts.set(one, (this.#counts.get(one) ?? 0) + 1);
      }
    }
    return this.#counts.get(pair) ?? 0;
  }
}

export interface Place {
  words: readonly CopyWord[];
  usage: Usage;
  at: number;
}

const letters = /^\p{L}+$/u;

/** Which of two near words is likelier right: what is no syllable is a misprint; else what the rest of the document writes. */
export function likelierWord(ours: Place, theirs: Place): Verdict {
  const [a, b] = [ours.words[ours.at]!.raw, theirs.words[theirs.at]!.raw];
  const [aFits, bFits] = [isSyllable(a), isSyllable(b)];
  if (aFits !== bFits && letters.test(a) && letters.test(b)) {
    const wrong = aFits ? b : a;
    return { likely: aFits ? 'ours' : 'theirs', why: `“${wrong}” không phải là một tiếng trong tiếng Việt.` };
  }
  return byUsage(ours, theirs) ?? { likely: null, why: 'Cả hai chữ đều đọc được: hãy xem bản gốc có dấu.' };
}

function byUsage(ours: Place, theirs: Place): Verdict | null {
  let best: { side: 'ours' | 'theirs'; pair: string; count: number; other: string; less: number } | null =
    null;
  for (const before of [true, false]) {
    const [p, q] = [phrase(ours, before), phrase(theirs, before)];
    if (p === null || q === null || p === q) continue;
    const [x, y] = [elsewhere(p, ours, theirs), elsewhere(q, theirs, ours)];
    if (x === y || Math.min(x, y) * 3 > Math.max(x, y)) continue;
    if (best !== null && best.count >= Math.max(x, y)) continue;
    best =
      x > y
        ? { side: 'ours', pair: p, count: x, other: q, less: y }
        : { side: 'theirs', pair: q, count: y, other: p, less: x };
  }
  if (best === null) return null;
  const less = best.less === 0 ? 'không có ở chỗ nào khác' : `chỉ có ${best.less} chỗ khác`;
  return {
    likely: best.side,
    why: `“${best.pair}” còn có ở ${best.count} chỗ khác trong văn bản, “${best.other}” ${less}.`,
  };
}

/** The word with its neighbour before or after. */
function phrase({ words, at }: Place, before: boolean): string | null {
  const [x, y] = before ? [words[at - 1], words[at]] : [words[at], words[at + 1]];
  return x === undefined || y === undefined ? null : `${x.key} ${y.key}`;
}

/** Times the phrase stands in either copy, this place not counted; what both have is counted once. */
const elsewhere = (pair: string, here: Place, there: Place): number =>
  Math.max(here.usage.of(pair) - 1, there.usage.of(pair));
