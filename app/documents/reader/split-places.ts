import type { ReviewedDuty } from '../document.ts';

/** Can the duty be parted at `at` (a position in the text): there are words of it on both sides. */
export const maySplitAt = (duty: Pick<ReviewedDuty, 'span'>, at: number, text: string): boolean =>
  at > duty.span[0] &&
  at < duty.span[1] &&
  hasWords(text.slice(duty.span[0], at)) &&
  hasWords(text.slice(at, duty.span[1]));

const hasWords = (words: string): boolean => /[\p{L}\d]/u.test(words);

/** Where a person would part a duty: at the ends of its sentences, clauses and lines, then at its commas. Positions in the text. */
export function splitPoints(duty: Pick<ReviewedDuty, 'span'>, text: string): number[] {
  const words = text.slice(...duty.span);
  const behind = (marks: RegExp) =>
    [...words.matchAll(marks)].map((found) => duty.span[0] + found.index + found[0].length);
  const points = new Set([...behind(/[;:.](?=\s)|\n|<br>/g), ...behind(/,(?=\s)/g)]);
  return [...points].filter((at) => maySplitAt(duty, at, text));
}

/** A caret inside a word means the gap before that word. */
export function atWordEdge(at: number, text: string): number {
  let edge = at;
  while (edge > 0 && /[\p{L}\p{M}\d]/u.test(text[edge - 1]!) && /[\p{L}\p{M}\d]/u.test(text[edge] ?? ''))
    edge -= 1;
  return edge;
}
