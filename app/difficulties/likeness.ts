/**
 * How alike two texts are, from 0 to 1: the share of neighbouring word pairs they have in common, without case and
 * diacritics, so that "chưa có kinh phí đón đoàn" is found again in other words around it.
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (!left.size || !right.size) return 0;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  // Of the shorter text: a short complaint inside a long one is the same complaint.
  return shared / Math.min(left.size, right.size);
}

function pairsOf(text: string): Set<string> {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .match(/[\p{L}\p{N}]+/gu);
  if (!words) return new Set();
  return new Set(words.length === 1 ? words : words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

/** Those most like a text, at least `from`, the likest first. */
export const mostAlike = <T extends { words: string }>(
  words: string,
  others: readonly T[],
  { from, limit }: { from: number; limit: number },
): T[] =>
  others
    .map((other) => ({ other, alike: likeness(words, other.words) }))
    .filter(({ alike }) => alike >= from)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, limit)
    .map(({ other }) => other);
