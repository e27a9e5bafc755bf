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
  const [small, large] = a.all.size <= b.all.size ? [a.all, b.all] : [b.all, a.all];
  if (small.size < large.size * likeness) return false;
  // So many words apart and they are no longer alike: the rest need not be looked at.
  let misses = Math.floor(small.size - (likeness / (1 + likeness)) * (small.size + large.size) + 1e-9);
  for (const word of small) if (!large.has(word) && --misses < 0) return false;
  return true;
}

type Group<T> = { words: Words; items: T[] };

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
  const words = items.map((item) => wordsOf(textOf(item)));
  const many = new Map<string, number>();
  for (const { all } of words) for (const word of all) many.set(word, (many.get(word) ?? 0) + 1);
  const rank = (word: string) => many.get(word)!;
  const groups: Group<T>[] = [];
  const byRare = new Map<string, Group<T>[]>();
  const withFigures = new Map<string, number>();
  for (const { figures } of words) withFigures.set(figures, (withFigures.get(figures) ?? 0) + 1);
  items.forEach((item, index) => {
    const own = words[index]!;
    // Nobody else tells these figures: it stands alone, whatever its words.
    if (withFigures.get(own.figures) === 1 || standsAlone(item)) {
      groups.push({ words: own, items: [item] });
      return;
    }
    const keys = rarestOf(own, rank);
    const near = new Set(keys.flatMap((key) => byRare.get(key) ?? []));
    const found = [...near].filter((group) => isAlike(group.words, own));
    if (found.length) {
      found.reduce((a, b) => (groups.indexOf(a) < groups.indexOf(b) ? a : b)).items.push(item);
      return;
    }
    const group = { words: own, items: [item] };
    groups.push(group);
    for (const key of keys) {
      const known = byRare.get(key);
      if (known) known.push(group);
      else byRare.set(key, [group]);
    }
  });
  return groups.map((group) => group.items);
}

/**
 * So many of the rarest words of a text that another with 85 of 100 words in common has one of them among its own
 * rarest; each with the figures of the text, which must agree.
 */
function rarestOf({ all, figures }: Words, rank: (word: string) => number): string[] {
  const inOrder = [...all].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const least = all.size - Math.ceil(likeness * all.size) + 1;
  const rare = inOrder.slice(0, least);
  return rare.length ? rare.map((word) => `${figures}|${word}`) : [`${figures}|`];
}
