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

/** The least width of the right column, in which Quốc hiệu at 13 points stands on one line, mm. */
const nationWidth = 99;

/** The two columns of the header, mm: organ left, Quốc hiệu right; a long date line widens the right one. */
export function headingColumns(dateLine: number): { left: number; right: number } {
  const right = Math.min(Math.max(nationWidth, dateLine), 108);
  return { left: textWidth() - right, right };
}

/** The two columns of the end: Nơi nhận left, signature right, mm. */
export const endingColumns = { left: 76, right: textWidth() - 76 } as const;
