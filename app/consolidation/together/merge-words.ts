/** What became of one sentence that two people wrote at once. */
export type Merged = { isClean: true; text: string } | { isClean: false };

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Where `base` and `other` agree: pairs of equal words in order (longest common subsequence). */
function common(base: readonly string[], other: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: base.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = base.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        base[i] === other[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < base.length && j < other.length) {
    if (base[i] === other[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Words of `base` from `from` to `to` became `words`. */
type Change = { from: number; to: number; words: string[] };

function changesOf(base: readonly string[], other: readonly string[]): Change[] {
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  for (const [atBase, atOther] of [...common(base, other), [base.length, other.length] as const]) {
    if (atBase > i || atOther > j) changes.push({ from: i, to: atBase, words: other.slice(j, atOther) });
    [i, j] = [atBase + 1, atOther + 1];
  }
  return changes;
}

/** Two changes that touch or stand side by side are of one place: which words come first is a person's to say. */
const meet = (a: Change, b: Change): boolean => a.from <= b.to && b.from <= a.to;
const isSame = (a: Change, b: Change): boolean =>
  a.from === b.from && a.to === b.to && a.words.join(' ') === b.words.join(' ');

/**
 * Words that two people wrote from the same sentence as one, where they changed different places of it; not clean
 * where they meet. Nothing that either of them wrote is dropped.
 */
export function mergeWords(base: string, mine: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return { isClean: true, text: mine };
  if (mine === base) return { isClean: true, text: theirs };
  const words = wordsOf(base);
  const [own, other] = [changesOf(words, wordsOf(mine)), changesOf(words, wordsOf(theirs))];
  const fresh = own.filter((change) => !other.some((one) => isSame(one, change)));
  if (fresh.some((change) => other.some((one) => meet(change, one)))) return { isClean: false };
  const all = [...fresh, ...other].sort((a, b) => b.from - a.from);
  for (const { from, to, words: put } of all) words.splice(from, to - from, ...put);
  return { isClean: true, text: words.join(' ') };
}
