import type { Line } from './piece.ts';

/** Where the running text of a page stands, in points. */
export interface Margins {
  left: number;
  right: number;
  /** Where first lines begin. */
  indent: number;
  /** Baseline to baseline inside a paragraph. */
  pitch: number;
}

/** Margins of running text, from the lines most alike; `fallback` when the page has too few lines to tell. */
export function measureMargins(lines: Line[], fallback?: Margins): Margins {
  const widest = Math.max(0, ...lines.map((line) => line.right - line.left));
  const long = lines.filter((line) => line.right - line.left > 0.6 * widest);
  if (long.length < 4 && fallback) return fallback;
  const left = leftMargin(long);
  const indented = lines.map((line) => line.left).filter((at) => at > left + 8 && at < left + 90);
  const gaps = lines.slice(1).map((line, at) => line.baseline - lines[at]!.baseline);
  return {
    left,
    right: mostCommon(
      long.map((line) => line.right),
      (a, b) => b - a,
    ),
    indent: indented.length > 0 ? mostCommon(indented, (a, b) => a - b) : left + 28,
    pitch: median(gaps.filter((gap) => gap > 4 && gap < 60)) || 16,
  };
}

/** The leftmost place where more than a few long lines begin. */
function leftMargin(long: Line[]): number {
  const places = clusters(long.map((line) => line.left));
  const enough = places.filter(({ count }) => count >= Math.max(2, long.length * 0.12));
  return (enough[0] ?? places[0])?.at ?? 72;
}

function mostCommon(values: number[], tie: (a: number, b: number) => number): number {
  const places = clusters(values).sort((a, b) => b.count - a.count || tie(a.at, b.at));
  return places[0]?.at ?? 0;
}

/** Values at most 4 points apart, from small to large. */
function clusters(values: number[]): { at: number; count: number }[] {
  const found: { at: number; count: number; last: number }[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const current = found.at(-1);
    if (current && value - current.last <= 4) {
      current.count += 1;
      current.last = value;
      current.at += (value - current.at) / current.count;
    } else found.push({ at: value, count: 1, last: value });
  }
  return found;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
