import { nd30Form } from './nd30-form.ts';

const { page } = nd30Form;

/** mm to twentieths of a point, the unit of Word's XML. */
export function toTwips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Points to twentieths of a point. */
export function pointsToTwips(points: number): number {
  return Math.round(points * 20);
}

/** Width between the side margins, mm. */
export function textWidth(isLandscape = false): number {
  return (isLandscape ? page.height : page.width) - page.writes.left - page.writes.right;
}

/** The two columns under which the header stands: organ left, Quốc hiệu right, mm. */
export const headingColumns = { left: 66, right: textWidth() - 66 } as const;

/** The two columns of the end: Nơi nhận left, signature right, mm. */
export const endingColumns = { left: 76, right: textWidth() - 76 } as const;

/** Shares as whole twips that add up to `width` mm exactly; a share of 0 or less counts as 1. */
export function shareWidth(shares: readonly number[], width: number): number[] {
  const sound = shares.map((share) => (share > 0 ? share : 1));
  const total = sound.reduce((sum, share) => sum + share, 0);
  const edges = [0];
  let reached = 0;
  for (const share of sound) {
    reached += share;
    edges.push(Math.round((toTwips(width) * reached) / total));
  }
  return sound.map((_, index) => edges[index + 1]! - edges[index]!);
}
