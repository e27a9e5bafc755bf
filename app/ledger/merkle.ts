import { createHash } from 'node:crypto';

/** One step from a leaf to the root: the neighbour's hash and on which side it stands. */
export type PathStep = { side: 'left' | 'right'; hash: Buffer };

/** A leaf and an inner node are hashed apart, so that neither can be passed off as the other (RFC 6962 §2.1). */
export const hashLeaf = (content: string): Buffer =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(content)
    .digest();
const hashNode = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256')
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();

/** Root of a tree whose leaves come one after another; holds one hash for each level. */
export function growTree(): { add: (leaf: Buffer) => void; root: () => Buffer } {
  const whole: { hash: Buffer; size: number }[] = [];
  return {
    add(leaf) {
      let node = { hash: leaf, size: 1 };
      while (whole.at(-1)?.size === node.size)
        node = { hash: hashNode(whole.pop()!.hash, node.hash), size: node.size * 2 };
      whole.push(node);
    },
    root() {
      const last = whole.at(-1)?.hash ?? createHash('sha256').digest();
      return whole.slice(0, -1).reduceRight((right, { hash }) => hashNode(hash, right), last);
    },
  };
}

/** The way from leaf `index` up to the root of these leaves. */
export function pathTo(leaves: readonly Buffer[], index: number): PathStep[] {
  if (leaves.length < 2) return [];
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...pathTo(left, index), { side: 'right', hash: rootOf(right) }]
    : [...pathTo(right, index - half), { side: 'left', hash: rootOf(left) }];
}

export function rootOf(leaves: readonly Buffer[]): Buffer {
  const tree = growTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** The root that a leaf and its path lead to. */
export const rootByPath = (leaf: Buffer, path: readonly PathStep[]): Buffer =>
  path.reduce(
    (node, step) => (step.side === 'left' ? hashNode(step.hash, node) : hashNode(node, step.hash)),
    leaf,
  );
