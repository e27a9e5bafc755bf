/** Most words added and removed that are sought in one stretch; work and memory grow with its square. */
const MOST_EDITS = 400;

/**
 * Myers' greedy shortest edit script (An O(ND) Difference Algorithm, 1986) for one stretch; writes the pairs into `toB`.
 * Returns false, and writes nothing, where the stretch needs more edits than the bound.
 */
export function myers(
  a: Int32Array,
  b: Int32Array,
  [aFrom, aTo, bFrom, bTo]: readonly [number, number, number, number],
  toB: Int32Array,
): boolean {
  const n = aTo - aFrom;
  const m = bTo - bFrom;
  const most = Math.min(n + m, MOST_EDITS);
  const trace: Int32Array[] = [];
  // Furthest place in a on each diagonal; diagonal k stands at most + 1 + k.
  const furthest = new Int32Array(2 * most + 3);
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[most + k]! < furthest[most + 2 + k]!);
      let x = down ? furthest[most + 2 + k]! : furthest[most + k]! + 1;
      while (x < n && x - k < m && a[aFrom + x] === b[bFrom + x - k]) x++;
      furthest[most + 1 + k] = x;
      if (x >= n && x - k >= m) {
        trace.push(furthest.slice(most + 1 - d, most + 2 + d));
        walkBack(trace, n, m, (x, y) => {
          toB[aFrom + x] = bFrom + y;
        });
        return true;
      }
    }
    trace.push(furthest.slice(most + 1 - d, most + 2 + d));
  }
  return false;
}

/** `trace[d]` holds diagonals -d..d as they were after d edits. */
function walkBack(
  trace: readonly Int32Array[],
  n: number,
  m: number,
  pair: (x: number, y: number) => void,
): void {
  let x = n;
  let y = m;
  for (let d = trace.length - 1; d > 0; d--) {
    const k = x - y;
    const last = trace[d - 1]!;
    const at = (diagonal: number): number => last[diagonal + d - 1] ?? -1;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromX = down ? at(k + 1) : at(k - 1);
    const fromY = down ? fromX - k - 1 : fromX - k + 1;
    while (x > (down ? fromX : fromX + 1) && y > (down ? fromY + 1 : fromY)) pair(--x, --y);
    x = fromX;
    y = fromY;
  }
  while (x > 0 && y > 0) pair(--x, --y);
}
