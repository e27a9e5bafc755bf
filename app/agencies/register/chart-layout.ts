import { hierarchy, tree } from 'd3-hierarchy';
import { countAgencies, type TreeNode } from './agency-tree.ts';

export const BOX = { width: 272, height: 44 };
const GAP = { between: 10, levels: 56 };
/** A heading over more agencies than this stands alone until its reader asks for all. */
const LARGE = 20;
/** Letters that fit on a line of a box. */
const FITS = 32;

export type ChartBox = {
  node: TreeNode;
  parent: TreeNode | null;
  /** Agencies below that are not drawn. */
  hidden: number;
  lines: string[];
  left: number;
  top: number;
};
export type Chart = { boxes: ChartBox[]; links: string[]; width: number; height: number };

/** Boxes and lines of an organisation chart, level by level from left to right: long names stay readable. */
export function layoutChart(roots: readonly TreeNode[], whole: boolean): Chart {
  const top: TreeNode = { id: '', name: '', agency: null, children: [...roots] };
  const drawn = (node: TreeNode) =>
    !whole && !node.agency && node !== top && node.children.length > LARGE ? [] : node.children;
  const points = tree<TreeNode>()
    .nodeSize([BOX.height + GAP.between, BOX.width + GAP.levels])
    .separation((a, b) => (a.parent === b.parent ? 1 : 1.3))(hierarchy(top, drawn))
    // Beside the first of those below, not in their middle: who heads forty agencies is seen without scrolling.
    .eachAfter((one) => {
      if (one.children) one.x = one.children[0]!.x;
    })
    .descendants()
    .slice(1);
  const first = Math.min(...points.map(({ x }) => x));
  const leftOf = (y: number) => y - BOX.width - GAP.levels;
  const boxes = points.map(({ data, parent, x, y }) => ({
    node: data,
    parent: parent?.data.id ? parent.data : null,
    hidden: countAgencies(data.children) - (drawn(data).length ? countAgencies(data.children) : 0),
    lines: wrap(data.name),
    left: leftOf(y),
    top: x - first,
  }));
  const links = points.flatMap(({ parent, x, y }) => {
    if (!parent?.data.id) return [];
    const [from, to] = [leftOf(parent.y) + BOX.width, leftOf(y)];
    const [above, here] = [parent.x - first + BOX.height / 2, x - first + BOX.height / 2];
    return [`M${from},${above}H${from + GAP.levels / 2}V${here}H${to}`];
  });
  return {
    boxes,
    links,
    width: Math.max(0, ...boxes.map(({ left }) => left + BOX.width)),
    height: Math.max(0, ...boxes.map((box) => box.top + BOX.height)),
  };
}

/** A name on two lines at most; what does not fit ends in '…'. */
export function wrap(name: string): string[] {
  const lines: string[] = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1)!;
    const longer = last ? `${last} ${word}` : word;
    if (longer.length <= FITS || !last) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length <= 2 ? lines : [lines[0]!, `${lines[1]!.slice(0, FITS - 1)}…`];
}
