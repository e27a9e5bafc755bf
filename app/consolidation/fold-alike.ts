/** Share of words two texts must have in common to say the same. */
const likeness = 0.85;

type Words = { all: Set<string>; figures: string };

/** Words without case and punctuation, as they stand. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Figures among words, whatever their order and padding: two figures are two facts. */
const figuresOf = (words: readonly string[]): string =>
  words
    .filter((word) => /\d/.test(word))
    .map((word) => word.replace(/^0+(?=\d)/, ''))
    .sort()
    .join(' ');

function isAlike(a: Words, b: Words): boolean {
  const [small, large] = a.all.size <= b.all.size ? [a.all, b.all] : [b.all, a.all];
  if (small.size < large.size * likeness) return false;
  // So many words apart and they are no longer alike: the rest need not be looked at.
  let misses = Math.floor(small.size - (likeness / (1 + likeness)) * (small.size + large.size) + 1e-9);
  for (const word of small) if (!large.has(word) && --misses < 0) return false;
  return true;
}

type Group<T> = { index: number; words: Words; items: T[] };

/**
 * Puts texts that say the same together, in the order of the first of each. Texts with different figures are
 * never put together, however alike: those are different facts. Only texts that share one of their rarest words are
 * held against each other: two that have 85 of 100 words in common always do. `standsAlone`: never put with others.
 */
export function foldAlike<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  standsAlone: (item: T) => boolean = () => false,
): T[][] {
  const read = items.map((item) => wordsOf(textOf(item)));
  const figures = read.map(figuresOf);
  const telling = countsOf(figures);
  const words = items.map((item, index): Words | null => {
    const own = figures[index]!;
    // Nobody else tells these figures: it stands alone, whatever its words.
    return telling.get(own) === 1 || standsAlone(item) ? null : { all: new Set(read[index]), figures: own };
  });
  const many = countsOf(words.flatMap((one) => (one ? [...one.all] : [])));
  const groups: T[][] = [];
  const byRare = new Map<string, Group<T>[]>();
  for (const [index, item] of items.entries()) {
    const own = words[index];
    const keys = own ? rarestOf(own, many) : [];
    const near = new Set(keys.flatMap((key) => byRare.get(key) ?? []));
    const alike = [...near].filter((group) => isAlike(group.words, own!));
    if (alike.length) {
      alike.reduce((a, b) => (a.index < b.index ? a : b)).items.push(item);
      continue;
    }
    const items = [item];
    groups.push(items);
    for (const key of keys) {
      const known = byRare.get(key);
      if (known) known.push({ index, words: own!, items });
      else byRare.set(key, [{ index, words: own!, items }]);
    }
  }
  return groups;
}

function countsOf(words: readonly string[]): Map<string, number> {
  const many = new Map<string, number>();
  for (const word of words) many.set(word, (many.get(word) ?? 0) + 1);
  return many;
}

/**
 * So many of the rarest words of a text that another with 85 of 100 words in common has one of them among its own
 * rarest; each with the figures of the text, which must agree.
 */
function rarestOf({ all, figures }: Words, many: ReadonlyMap<string, number>): string[] {
  const inOrder = [...all].sort((a, b) => many.get(a)! - many.get(b)! || (a < b ? -1 : 1));
  const least = all.size - Math.ceil(likeness * all.size) + 1;
  const rare = inOrder.slice(0, least);
  return rare.length ? rare.map((word) => `${figures}|${word}`) : [`${figures}|`];
}
