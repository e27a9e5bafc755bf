import { countAgencies, type TreeNode } from './agency-tree.ts';

/** A line of the tree as it is seen; `place` counts from 1 among its siblings. */
export type TreeLine = {
  node: TreeNode;
  level: number;
  place: number;
  siblings: number;
  parent: string | null;
};

/** The lines that are seen when these nodes are open, from top to bottom. */
export function visibleLines(roots: readonly TreeNode[], open: ReadonlySet<string>): TreeLine[] {
  const walk = (nodes: readonly TreeNode[], level: number, parent: string | null): TreeLine[] =>
    nodes.flatMap((node, index) => [
      { node, level, place: index + 1, siblings: nodes.length, parent },
      ...(open.has(node.id) ? walk(node.children, level + 1, node.id) : []),
    ]);
  return walk(roots, 1, null);
}

/** A small tree opens whole; of a large one the first level, as far as it stays readable. */
export function firstOpen(roots: readonly TreeNode[]): Set<string> {
  if (countAgencies(roots) <= 60) return new Set(idsWithChildren(roots));
  return new Set(
    roots.filter(({ children }) => children.length && children.length <= 30).map(({ id }) => id),
  );
}

const idsWithChildren = (nodes: readonly TreeNode[]): string[] =>
  nodes.flatMap(({ id, children }) => (children.length ? [id, ...idsWithChildren(children)] : []));

/** What a key does (WAI-ARIA tree pattern): where the focus goes, and what opens or closes; null: nothing. */
export function moveOn(
  key: string,
  lines: readonly TreeLine[],
  at: string,
  open: ReadonlySet<string>,
): { to?: string; toggle?: string } | null {
  const index = lines.findIndex(({ node }) => node.id === at);
  const line = lines[index];
  if (!line) return null;
  const to = (target: TreeLine | undefined) => (target ? { to: target.node.id } : {});
  const hasInside = line.node.children.length > 0;
  const isOpen = open.has(at);
  if (key === 'ArrowDown') return to(lines[index + 1]);
  if (key === 'ArrowUp') return to(lines[index - 1]);
  if (key === 'Home') return to(lines[0]);
  if (key === 'End') return to(lines.at(-1));
  if (key === 'ArrowRight') return !hasInside ? {} : isOpen ? to(lines[index + 1]) : { toggle: at };
  if (key === 'ArrowLeft')
    return hasInside && isOpen ? { toggle: at } : line.parent ? { to: line.parent } : {};
  if (key.length === 1 && /\p{L}/u.test(key)) return to(nextByLetter(key, lines, index));
  return null;
}

function nextByLetter(letter: string, lines: readonly TreeLine[], index: number): TreeLine | undefined {
  const round = [...lines.slice(index + 1), ...lines.slice(0, index)];
  return round.find(({ node }) => node.name.toLowerCase().startsWith(letter.toLowerCase()));
}
