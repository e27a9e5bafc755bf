import { myers } from './myers.ts';

/** `toB[i]` is the word of b that word i of a stands against, or -1; the pairs rise on both sides. */
export interface Alignment {
  toB: Int32Array;
  /** A stretch was too different for word against word. */
  coarse: boolean;
}

/** A stretch of each copy that is not yet aligned, and how long the anchors are that are sought in it. */
type Range = [aFrom: number, aTo: number, bFrom: number, bTo: number, level: number];

/** Anchors are stretches of 8, 4, 2, then 1 words that stand once in each copy. */
const LEVELS = [8, 4, 2, 1] as const;

/** Patience: unique stretches first, the longest that rise on both sides; what is between them by Myers, within bounds. */
export function align(aKeys: readonly string[], bKeys: readonly string[]): Alignment {
  const [a, b] = toNumbers(aKeys, bKeys);
  const toB = new Int32Array(a.length).fill(-1);
  const work: Range[] = [[0, a.length, 0, b.length, 0]];
  let coarse = false;
  for (let range = work.pop(); range !== undefined; range = work.pop()) {
    let [aFrom, aTo, bFrom, bTo] = range;
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) toB[aFrom++] = bFrom++;
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) toB[--aTo] = --bTo;
    if (aFrom === aTo || bFrom === bTo) continue;
    const level = range[4];
    const size = LEVELS[level];
    const anchors =
      size === undefined ? [] : anchorsIn(a.subarray(aFrom, aTo), b.subarray(bFrom, bTo), size, aFrom, bFrom);
    if (anchors.length > 0) splitAt(anchors, [aFrom, aTo, bFrom, bTo, level], toB, work);
    else if (level < LEVELS.length) work.push([aFrom, aTo, bFrom, bTo, level + 1]);
    else if (!myers(a, b, [aFrom, aTo, bFrom, bTo], toB)) coarse = true;
  }
  return { toB, coarse };
}

/** A number for each word, equal for equal words of both copies. */
function toNumbers(aKeys: readonly string[], bKeys: readonly string[]): [Int32Array, Int32Array] {
  const ids = new Map<string, number>();
  const number = (keys: readonly string[]): Int32Array =>
    Int32Array.from(keys, (key) => {
      const known = ids.get(key);
      if (known !== undefined) return known;
      ids.set(key, ids.size);
      return ids.size - 1;
    });
  return [number(aKeys), number(bKeys)];
}

/** A hash of the `size` words from each place. Different stretches may share one: who trusts it must look at the words. */
function hashes(words: Int32Array, size: number): Int32Array {
  if (size === 1) return words;
  const made = new Int32Array(Math.max(0, words.length - size + 1));
  for (let i = 0; i < made.length; i++) {
    let hash = 0;
    for (let k = 0; k < size; k++) hash = Math.imul(hash ^ words[i + k]!, 0x9e3779b1) ^ (hash >>> 15);
    made[i] = hash;
  }
  return made;
}

/** Starts of the stretches that stand once in each of `a` and `b`, the longest chain that rises on both. */
function anchorsIn(
  a: Int32Array,
  b: Int32Array,
  size: number,
  aFrom: number,
  bFrom: number,
): [number, number][] {
  const inA = onceIn(hashes(a, size));
  const inB = onceIn(hashes(b, size));
  const pairs: [number, number][] = [];
  for (const [hash, at] of inA) {
    const other = at < 0 ? undefined : inB.get(hash);
    if (other === undefined || other < 0) continue;
    let same = 0;
    while (same < size && a[at + same] === b[other + same]) same++;
    if (same === size) pairs.push([aFrom + at, bFrom + other]);
  }
  return longestRising(pairs);
}

/** Places by hash, in rising order; -1 where it stands more than once. */
function onceIn(made: Int32Array): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < made.length; i++) found.set(made[i]!, found.has(made[i]!) ? -1 : i);
  return found;
}

function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (let i = 0; i < pairs.length; i++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < pairs[i]![1]) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = tails[low - 1]!;
    tails[low] = i;
  }
  const chain: [number, number][] = [];
  for (let i = tails[tails.length - 1] ?? -1; i >= 0; i = before[i]!) chain.push(pairs[i]!);
  return chain.reverse();
}

/** Leaves the stretches between the anchors as work; each of them begins or ends with what the anchor has in common. */
function splitAt(anchors: readonly [number, number][], range: Range, toB: Int32Array, work: Range[]): void {
  const [aFrom, aTo, bFrom, bTo, level] = range;
  let a = aFrom;
  let b = bFrom;
  for (const [aAt, bAt] of anchors) {
    if (aAt < a || bAt < b) continue;
    work.push([a, aAt, b, bAt, level + 1]);
    toB[aAt] = bAt;
    a = aAt + 1;
    b = bAt + 1;
  }
  work.push([a, aTo, b, bTo, level + 1]);
}
