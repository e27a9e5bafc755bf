/** A box of the graph. `y` is its top. */
export type Placed<T> = { one: T; x: number; y: number };

export const box = { width: 300, height: 44, gap: 10, column: 520, head: 28 } as const;

/** Boxes one under another, groups under a heading each. Returns the boxes, where headings stand, and the height used. */
export function stack<T>(groups: readonly { title: string; items: readonly T[] }[], x: number) {
  const boxes: Placed<T>[] = [];
  const titles: { title: string; x: number; y: number }[] = [];
  let y = 0;
  for (const { title, items } of groups) {
    if (!items.length) continue;
    titles.push({ title, x, y: y + box.head - 10 });
    y += box.head;
    for (const one of items) {
      boxes.push({ one, x, y });
      y += box.height + box.gap;
    }
    y += box.gap;
  }
  return { boxes, titles, height: Math.max(0, y - box.gap) };
}

/** Places items in the order of the middle of what they are tied to, so that lines cross less. */
export function byMiddle<T>(items: readonly T[], tied: (one: T) => number[]): T[] {
  const middle = (one: T): number => {
    const at = tied(one);
    return at.length ? at.reduce((sum, place) => sum + place, 0) / at.length : 0;
  };
  return items.toSorted((a, b) => middle(a) - middle(b));
}

/** A calm curve from the right side of one box to the left side of another. */
export const link = (from: { x: number; y: number }, to: { x: number; y: number }): string => {
  const [x1, y1, x2, y2] = [from.x + box.width, from.y + box.height / 2, to.x, to.y + box.height / 2];
  const bend = (x2 - x1) / 2;
  return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
};

/** Thicker for more mentions, never so thick that it hides others. */
export const weight = (mentions: number): number => Math.min(6, 1 + Math.log2(1 + mentions));
