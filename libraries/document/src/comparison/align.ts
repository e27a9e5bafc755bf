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
  const grams = toGrams(aKeys, bKeys);
  const [a, b] = grams[LEVELS.length - 1]!;
  const toB = new Int32Array(a.length).fill(-1);
  const work: Range[] = [[0, a.length, 0, b.length, 0]];
  let coarse = false;
  for (let range = work.pop(); range !== undefined; range = work.pop()) {
    let [aFrom, aTo, bFrom, bTo] = range;
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) toB[aFrom++] = bFrom++;
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) toB[--aTo] = --bTo;
    if (aFrom === aTo || bFrom === bTo) continue;
    const level = range[4];
    const anchors = level < LEVELS.length ? anchorsIn(grams[level]!, LEVELS[level]!, [aFrom, aTo, bFrom, bTo]) : [];
    if (anchors.length > 0) splitAt(anchors, [aFrom, aTo, bFrom, bTo, level], toB, work);
    else if (level < LEVELS.length) work.push([aFrom, aTo, bFrom, bTo, level + 1]);
    else if (!myers(a, b, [aFrom, aTo, bFrom, bTo], toB)) coarse = true;
  }
  return { toB, coarse };
}

/** Numbers for every stretch of 8, 4, 2 and 1 words: equal numbers, equal words. */
function toGrams(aKeys: readonly string[], bKeys: readonly string[]): [Int32Array, Int32Array][] {
  const ids = new Map<string, number>();
  const number = (keys: readonly string[]): Int32Array =>
    Int32Array.from(keys, (key) => ids.get(key) ?? (ids.set(key, ids.size), ids.size - 1));
  const grams: [Int32Array, Int32Array][] = [[number(aKeys), number(bKeys)]];
  for (let half = 1; half < LEVELS[0]; half *= 2) {
    const [a, b] = grams[0]!;
    const pairs = new Map<number, number>();
    const next = (one: Int32Array): Int32Array => {
      const made = new Int32Array(Math.max(0, one.length - half));
      for (let i = 0; i < made.length; i++) {
        const pair = one[i]! * 67_108_864 + one[i + half]!;
        const id = pairs.get(pair) ?? pairs.size;
        if (id === pairs.size) pairs.set(pair, id);
        made[i] = id;
      }
      return made;
    };
    grams.unshift([next(a), next(b)]);
  }
  return grams;
}

/** Starts of the stretches that stand once on each side of the range, the longest chain that rises on both. */
function anchorsIn(
  [a, b]: [Int32Array, Int32Array],
  size: number,
  [aFrom, aTo, bFrom, bTo]: readonly [number, number, number, number],
): [number, number][] {
  const inA = onceIn(a, aFrom, aTo - size + 1);
  const inB = onceIn(b, bFrom, bTo - size + 1);
  const pairs: [number, number][] = [];
  for (const [gram, at] of inA) {
    const other = at < 0 ? undefined : inB.get(gram);
    if (other !== undefined && other >= 0) pairs.push([at, other]);
  }
  pairs.sort((x, y) => x[0] - y[0]);
  return longestRising(pairs);
}

function onceIn(grams: Int32Array, from: number, to: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = from; i < Math.min(to, grams.length); i++) found.set(grams[i]!, found.has(grams[i]!) ? -1 : i);
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
