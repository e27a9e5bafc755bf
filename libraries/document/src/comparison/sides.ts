import type { Span } from '../reading.ts';
import type { Copy, CopyWord } from './copy-words.ts';
import type { Side } from './difference.ts';

/** Words shown around a difference. */
const AROUND = 9;

/** Words `[from, to)` as they are read on one line. */
export function line(words: readonly CopyWord[], from: number, to: number): string {
  let text = '';
  for (let i = Math.max(0, from); i < Math.min(to, words.length); i++) {
    const { raw, gap } = words[i]!;
    text += (text === '' ? '' : gap.replace(/\s*¶\s*/g, ' ')) + raw;
  }
  return text;
}

/** The part of a copy that words `[from, to)` make; without words, the point where the other copy has some. */
export function sideOf({ words, text }: Copy, from: number, to: number): Side {
  const last = words[from - 1];
  const point = last?.end ?? words[from]?.begin ?? text.length;
  const span: Span = to > from ? [words[from]!.begin, words[to - 1]!.end] : [point, point];
  return {
    span,
    edit: [...span],
    words: line(words, from, to),
    before: line(words, from - AROUND, from),
    after: line(words, to, to + AROUND),
  };
}

/**
 * For words that only one copy has: both edits begin after the last common word, so that what stands between
 * goes with the words; at the very beginning they end before the first common word.
 */
export function withGap(side: Side, { words, text }: Copy, from: number, to: number): Side {
  if (from > 0)
    return { ...side, edit: [words[from - 1]!.end, to > from ? words[to - 1]!.end : words[from - 1]!.end] };
  const next = words[to]?.begin ?? text.length;
  return { ...side, edit: [to > from ? words[from]!.begin : next, next] };
}
