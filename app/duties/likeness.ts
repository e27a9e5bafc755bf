/** Words as compared: without diacritics, marks and case. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? [];

function pairsOf(text: string): Map<string, number> {
  const words = wordsOf(text);
  const pairs = new Map<string, number>();
  const count = (pair: string) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  if (words.length === 1) count(words[0]!);
  for (let index = 1; index < words.length; index++) count(`${words[index - 1]} ${words[index]}`);
  return pairs;
}

/** Two duties this much alike may be the same one. */
export const ALIKE = 0.6;

/** A measure that remembers what it has cut into words: many against many. */
export function likenessMeasure(): (a: string, b: string) => number {
  const known = new Map<string, Map<string, number>>();
  const cut = (text: string) => {
    const pairs = known.get(text) ?? pairsOf(text);
    known.set(text, pairs);
    return pairs;
  };
  return (a, b) => {
    const [left, right] = [cut(a), cut(b)];
    const sizes = [left, right].map((pairs) => [...pairs.values()].reduce((sum, n) => sum + n, 0));
    const [one, other] = sizes as [number, number];
    // Too unlike in length to be ALIKE, whatever they say.
    if (!one || !other || (2 * Math.min(one, other)) / (one + other) < ALIKE / 2) return 0;
    let shared = 0;
    for (const [pair, n] of left) shared += Math.min(n, right.get(pair) ?? 0);
    return (2 * shared) / (one + other);
  };
}

/** How alike two texts are, 0..1: pairs of neighbouring words that both have (Dice), diacritics and marks aside. */
export const likeness = (a: string, b: string): number => likenessMeasure()(a, b);

/** Are the words the same, marks and spacing aside? */
export const sameWords = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ');
