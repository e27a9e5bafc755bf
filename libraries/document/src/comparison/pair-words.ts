import type { CopyWord } from './copy-words.ts';
import { isNear } from './letters.ts';
import type { Run } from './runs.ts';

/** Longest stretch that is set word against word. */
const LONGEST = 40;
const same = 0;
const near = 0.5;
const other = 1.3;

/** Cuts a stretch that differs into words that stand for each other and what is left; far too different, it stays whole. */
export function pairWords(run: Run, a: readonly CopyWord[], b: readonly CopyWord[]): Run[] {
  const n = run.aTo - run.aFrom;
  const m = run.bTo - run.bFrom;
  if (n === 0 || m === 0 || n > LONGEST || m > LONGEST || (n === 1 && m === 1)) return [run];
  const cost = (i: number, j: number): number => {
    const [x, y] = [a[run.aFrom + i]!.key, b[run.bFrom + j]!.key];
    return x === y ? same : isNear(x, y) ? near : other;
  };
  const steps = cheapest(n, m, cost);
  const close = steps.filter(([i, j]) => i >= 0 && j >= 0 && cost(i, j) < other).length;
  if (close * 2 < Math.max(n, m)) return [run];
  return grouped(run, steps, cost);
}

/** The cheapest way from both beginnings to both ends; -1 where a word has no partner. */
function cheapest(n: number, m: number, cost: (i: number, j: number) => number): [number, number][] {
  const worth = Array.from({ length: n + 1 }, (_, i) =>
    Array.from({ length: m + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= n; i++)
    for (let j = 1; j <= m; j++)
      worth[i]![j] = Math.min(
        worth[i - 1]![j - 1]! + cost(i - 1, j - 1),
        worth[i - 1]![j]! + 1,
        worth[i]![j - 1]! + 1,
      );
  const steps: [number, number][] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const here = worth[i]![j]!;
    if (i > 0 && j > 0 && here === worth[i - 1]![j - 1]! + cost(i - 1, j - 1)) steps.push([--i, --j]);
    else if (i > 0 && here === worth[i - 1]![j]! + 1) steps.push([--i, -1]);
    else steps.push([-1, --j]);
  }
  return steps.reverse();
}

/** Near pairs stand alone, equal ones fall out, all else goes together. */
function grouped(
  run: Run,
  steps: readonly [number, number][],
  cost: (i: number, j: number) => number,
): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  let i = run.aFrom;
  let j = run.bFrom;
  for (const [x, y] of steps) {
    const pair = x >= 0 && y >= 0 ? cost(x, y) : other;
    const next: Run = { aFrom: i, aTo: x >= 0 ? i + 1 : i, bFrom: j, bTo: y >= 0 ? j + 1 : j };
    if (pair === other && open !== null) {
      open.aTo = next.aTo;
      open.bTo = next.bTo;
    } else if (pair !== same) runs.push(next);
    open = pair !== other ? null : (open ?? next);
    i = next.aTo;
    j = next.bTo;
  }
  return runs;
}
