import type { NodeKind, OutlineNode } from '../reading.ts';
import type { Block } from '../text/blocks.ts';
import { originalOffset, type Source } from '../text/nfc.ts';
import type { Outline } from './build.ts';
import type { Item } from './item.ts';
import type { Part } from './parts.ts';

/** After this: the whole text as a tree whose leaves cover every character exactly once, in order. */
export function toTree(parts: readonly Part[], outlines: readonly Outline[], source: Source): OutlineNode {
  const root = node('document', '', null, 0, source.text.length);
  const outlineOf = new Map(outlines.map((outline) => [outline.part, outline]));
  for (const part of parts) {
    const outline = outlineOf.get(part);
    root.children.push(outline === undefined ? partNode(part) : outlineNode(outline));
  }
  cover(root, 0, source.text.length);
  if (source.offsets !== null) restore(root, source);
  return root;
}

const node = (
  kind: NodeKind,
  label: string,
  path: string | null,
  begin: number,
  end: number,
): OutlineNode => ({ kind, label, path, span: [begin, end], children: [] });

const blockBegin = (block: Block): number => block.lines[0]!.begin;
const blockEnd = (block: Block): number => block.lines.at(-1)!.end;

function partNode(part: Part): OutlineNode {
  const kind: NodeKind =
    part.kind === 'annex-head'
      ? 'head'
      : part.kind === 'boilerplate' || part.kind === 'foot' || part.kind === 'annex'
        ? part.kind
        : part.kind === 'head'
          ? 'head'
          : 'text';
  const made = node(kind, '', null, blockBegin(part.blocks[0]!), blockEnd(part.blocks.at(-1)!));
  for (const block of part.blocks)
    made.children.push(
      node(
        block.kind === 'furniture' ? 'furniture' : block.kind === 'table' ? 'table' : 'text',
        '',
        null,
        blockBegin(block),
        blockEnd(block),
      ),
    );
  return made;
}

function outlineNode(outline: Outline): OutlineNode {
  const { part, root } = outline;
  const made = node(
    part.kind === 'annex' ? 'annex' : 'text',
    '',
    root.path,
    blockBegin(part.blocks[0]!),
    blockEnd(part.blocks.at(-1)!),
  );
  for (const child of root.children) made.children.push(itemNode(child));
  return made;
}

function itemNode(item: Item): OutlineNode {
  const last = item.more.at(-1) ?? item.block;
  const made = node(item.kind, item.label, item.path, blockBegin(item.block), blockEnd(last));
  if (item.block.rows !== undefined) return made;
  if (item.children.length > 0) {
    made.children.push(node('heading', '', item.path, made.span[0], made.span[1]));
    for (const child of item.children) made.children.push(itemNode(child));
  }
  return made;
}

/** Stretches the nodes so that children cover their parent: what lies between two of them goes to the one before. */
function cover(made: OutlineNode, begin: number, end: number): void {
  made.span = [begin, end];
  const { children } = made;
  children.forEach((child, i) => {
    const from = i === 0 ? begin : child.span[0];
    const to = i + 1 < children.length ? children[i + 1]!.span[0] : end;
    cover(child, from, to);
  });
}

function restore(made: OutlineNode, source: Source): void {
  made.span = [originalOffset(source, made.span[0]), originalOffset(source, made.span[1])];
  for (const child of made.children) restore(child, source);
}
