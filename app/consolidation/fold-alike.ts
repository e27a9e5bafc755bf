/** Share of words two texts must have in common to say the same. */
const likeness = 0.85;

type Words = { all: Set<string>; figures: string };

/** Words without case, diacritics of punctuation and order; figures apart, for two figures are two facts. */
function wordsOf(text: string): Words {
  const words = text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const figures = words.filter((word) => /\p{N}/u.test(word)).map((word) => word.replace(/^0+(?=\d)/, ''));
  return { all: new Set(words), figures: figures.sort().join(' ') };
}

function isAlike(a: Words, b: Words): boolean {
  if (a.figures !== b.figures) return false;
  const [small, large] = a.all.size <= b.all.size ? [a.all, b.all] : [b.all, a.all];
  if (small.size < large.size * likeness) return false;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared >= likeness * (small.size + large.size - shared);
}

/**
 * Puts texts that say the same together, in the order of the first of each. Texts with different figures are
 * never put together, however alike: those are different facts.
 */
export function foldAlike<T>(items: readonly T[], textOf: (item: T) => string): T[][] {
  const groups: { words: Words; items: T[] }[] = [];
  const byFigures = new Map<string, typeof groups>();
  for (const item of items) {
    const words = wordsOf(textOf(item));
    const near = byFigures.get(words.figures) ?? [];
    const found = near.find((group) => isAlike(group.words, words));
    if (found) {
      found.items.push(item);
      continue;
    }
    const group = { words, items: [item] };
    groups.push(group);
    byFigures.set(words.figures, [...near, group]);
  }
  return groups.map((group) => group.items);
}
