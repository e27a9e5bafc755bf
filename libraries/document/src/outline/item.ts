import type { NodeKind } from '../reading.ts';
import type { Block } from '../text/blocks.ts';
import type { Clean } from '../text/clean.ts';

/** A heading, a clause, a point, a dash or a bare paragraph, with what stands under it. */
export interface Item {
  kind: NodeKind;
  label: string;
  rank: number;
  /** Path of the nearest numbered ancestor-or-self; null above the first. */
  path: string | null;
  /** Text after the label. */
  words: Clean;
  block: Block;
  /** Blocks that carry on its heading (“Chương I” / “QUY ĐỊNH CHUNG”). */
  more: Block[];
  parent: Item | null;
  children: Item[];
  /** Whole heading or clause is marked or in capitals. */
  strong: boolean;
  /** Stands before the first numbered item of a body. */
  preamble: boolean;
  /** In an annex, or attached to the main text. */
  annex: boolean;
}

export const textOf = (item: Item): string => item.words.text;
export const isNumbered = (item: Item): boolean =>
  item.rank < 8 && item.kind !== 'paragraph' && item.kind !== 'table';

/** Ancestors from the nearest up. */
export function* ancestors(item: Item): Generator<Item> {
  for (let up = item.parent; up !== null; up = up.parent) yield up;
}
