import type { Thing } from './thing.ts';

/** How far two names share their words: of the one that shares more, of the other, and how much that says. */
export type NameMatch = { most: number; least: number; weight: number; shared: string[] };

/** One letter put wrong, left out, or two changed about. */
export function isSlip(a: string, b: string): boolean {
  if (a.length < 4 || b.length < 4 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB) return true;
  return (
    restA[0] === restB[1] &&
    restA[1] === restB[0] &&
    restA.length === restB.length &&
    restA.slice(2) === restB.slice(2)
  );
}

/** Words of `run` that `word` abbreviates by their first letters: 'dhct' of 'đại học Cần Thơ'. */
export function abbreviated(word: string, run: readonly string[]): string[] {
  if (word.length < 3 || /\d/.test(word)) return [];
  for (let at = 0; at + word.length <= run.length; at += 1) {
    const window = run.slice(at, at + word.length);
    if (window.every((one, index) => one[0] === word[index])) return window;
  }
  return [];
}

/** Which words of each name the other has too: the same, an abbreviation of it, or a slip of the hand. */
function matched(a: Thing, b: Thing): { ofA: Set<string>; ofB: Set<string> } {
  const ofA = new Set(a.words.filter((word) => b.words.includes(word)));
  const ofB = new Set(ofA);
  const rest = (own: Thing, other: Thing, mine: Set<string>, theirs: Set<string>) => {
    for (const word of own.words.filter((one) => !mine.has(one))) {
      const long = abbreviated(word, other.run);
      if (long.length) {
        mine.add(word);
        for (const one of long) theirs.add(one);
        continue;
      }
      const slip = other.words.find((one) => !theirs.has(one) && isSlip(word, one));
      if (slip) {
        mine.add(word);
        theirs.add(slip);
      }
    }
  };
  rest(a, b, ofA, ofB);
  rest(b, a, ofB, ofA);
  return { ofA, ofB };
}

/** @param weightOf how much a word says, in this period's reports */
export function matchNames(a: Thing, b: Thing, weightOf: (word: string) => number): NameMatch {
  const { ofA, ofB } = matched(a, b);
  // A word that the other tells beside the name (the place, the giver) is no difference of names.
  const share = (own: Thing, mine: Set<string>, other: Thing) => {
    let [all, has] = [0, 0];
    for (const word of own.words) {
      const weight = weightOf(word);
      all += weight;
      if (mine.has(word)) has += weight;
      else if (other.around.has(word)) has += weight * 0.8;
    }
    return all ? has / all : 0;
  };
  const [one, other] = [share(a, ofA, b), share(b, ofB, a)];
  const shared = a.words.filter((word) => ofA.has(word));
  return {
    most: Math.max(one, other),
    least: Math.min(one, other),
    weight: shared.reduce((sum, word) => sum + weightOf(word), 0),
    shared,
  };
}
