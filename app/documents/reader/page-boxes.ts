import type { PageWord } from './document-page.ts';

/** `[left, top, right, bottom]` in parts (0–1) of the page. */
export type Box = [left: number, top: number, right: number, bottom: number];

/** Words as the boxes around them, neighbours on one line in one box. The words come in the order of the text. */
export function boxesOf(words: readonly PageWord[]): Box[] {
  const boxes: Box[] = [];
  for (const [, , left, top, right, bottom] of words) {
    const last = boxes.at(-1);
    const middle = (top + bottom) / 2;
    if (last && middle > last[1] && middle < last[3] && left >= last[0] && left - last[2] < 0.05) {
      last[1] = Math.min(last[1], top);
      last[2] = Math.max(last[2], right);
      last[3] = Math.max(last[3], bottom);
    } else boxes.push([left, top, right, bottom]);
  }
  return boxes;
}
