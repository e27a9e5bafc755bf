import { type Block, isCapitals } from '../text/blocks.ts';
import { cleanFrom } from '../text/clean.ts';
import { isClosing } from './closing.ts';
import { isConclusion } from './conclusion.ts';
import type { Marker } from './construct.ts';
import { markerAt } from './constructs.ts';
import type { Item } from './item.ts';
import type { Part } from './parts.ts';

/** A body or an annex as items nested by rank. */
export interface Outline {
  part: Part;
  root: Item;
}

/** After this: each paragraph of a body stands under the heading, clause or point it belongs to. */
export function buildOutline(part: Part): Outline {
  const annex = part.kind === 'annex';
  const root = rootItem(part, annex);
  let open = root;
  let numbered = false;
  const markers = part.blocks.map((block) =>
    block.kind === 'paragraph' ? markerAt(block.clean.text) : null,
  );
  // Minutes give work in bullets alone: where nothing is numbered, or once the chair concludes, they are the body.
  const isBare = markers.every((marker) => marker === null || marker.rank >= 8);
  part.blocks.forEach((block, i) => {
    if (block.kind === 'furniture') return;
    const marker = settle(markers[i] ?? null, open, numbered);
    if (block.kind === 'paragraph' && isConclusion(block.clean.text)) numbered = true;
    if (marker === null) {
      if (takesHeading(open, block)) extendHeading(open, block);
      else open = addBare(open, block, endsSection(part.blocks, markers, i), annex, !numbered);
      return;
    }
    if (marker.rank < 8) numbered = true;
    open = addItem(parentFor(open, marker), block, marker, annex, !numbered && !isBare);
  });
  return { part, root };
}

function rootItem(part: Part, annex: boolean): Item {
  const block = part.blocks[0]!;
  const path = annex && part.step !== '' ? part.step : null;
  return {
    kind: annex ? 'annex' : 'document',
    label: '',
    rank: 0,
    path,
    words: { text: '', at: [] },
    block,
    more: [],
    parent: null,
    children: [],
    strong: false,
    preamble: false,
    annex,
  };
}

/** A capital letter that carries on a row of Roman numbers, and the reverse, is read as its neighbours are. */
function settle(marker: Marker | null, open: Item, numbered: boolean): Marker | null {
  if (marker === null) return null;
  if (marker.kind === 'letter') {
    const sibling = lastOfKind(open, 'letter');
    if (sibling === null && marker.step !== 'A')
      return marker.step === 'C' || marker.step === 'D' ? null : marker;
  }
  if (!numbered && (marker.kind === 'dash' || marker.kind === 'plus')) return marker;
  return marker;
}

function lastOfKind(open: Item, kind: Item['kind']): Item | null {
  for (let item: Item | null = open; item !== null; item = item.parent) if (item.kind === kind) return item;
  return null;
}

/** The open item under which a marker of this rank stands. */
function parentFor(open: Item, marker: Marker): Item {
  let item = open;
  while (
    item.parent !== null &&
    (item.rank >= marker.rank || item.kind === 'paragraph' || item.kind === 'table') &&
    !opensOtherDashes(item, marker)
  )
    item = item.parent;
  return item;
}

/** “* Sở Y tế:” over dashes of another form: “- Rà soát …”. */
const opensOtherDashes = (item: Item, marker: Marker): boolean =>
  item.kind === 'dash' &&
  marker.kind === 'dash' &&
  item.label !== marker.label &&
  item.words.text.endsWith(':');

function addItem(parent: Item, block: Block, marker: Marker, annex: boolean, preamble: boolean): Item {
  const words = cleanFrom(block.clean, marker.rest);
  const item: Item = {
    kind: marker.kind,
    label: marker.label,
    rank: marker.rank,
    path: pathOf(parent, marker),
    words,
    block,
    more: [],
    parent,
    children: [],
    strong: block.marked || isCapitals(words.text),
    preamble,
    annex,
  };
  parent.children.push(item);
  return item;
}

/** “2.1” under clause 2 of II is II.2.1: the number is printed whole, so it hangs on the nearest item that is no clause. */
function pathOf(parent: Item, marker: Marker): string | null {
  if (marker.step === '') return parent.path;
  let base = parent;
  if (marker.kind === 'clause')
    while (base.kind === 'clause' && base.parent !== null && marker.step.includes('.')) base = base.parent;
  return base.path === null ? marker.step : `${base.path}.${marker.step}`;
}

/** “Chương I” alone on its line takes the next line in capitals as its heading. */
const takesHeading = (open: Item, block: Block): boolean =>
  open.rank <= 5 &&
  open.rank > 0 &&
  open.words.text === '' &&
  open.more.length === 0 &&
  open.children.length === 0 &&
  block.kind === 'paragraph';

function extendHeading(open: Item, block: Block): void {
  open.more.push(block);
  open.words = block.clean;
  open.strong = true;
}

function addBare(open: Item, block: Block, atEnd: boolean, annex: boolean, preamble: boolean): Item {
  let parent = open;
  while (
    parent.parent !== null &&
    (parent.rank >= 8 || parent.kind === 'paragraph' || parent.kind === 'table')
  )
    parent = parent.parent;
  if (atEnd && block.kind === 'paragraph' && isClosing(block.clean.text))
    while (parent.parent !== null && parent.rank >= 5.5) parent = parent.parent;
  const kind = block.kind === 'table' ? 'table' : 'paragraph';
  const item: Item = {
    kind,
    label: '',
    rank: 10,
    path: parent.path,
    words: block.clean,
    block,
    more: [],
    parent,
    children: [],
    strong: block.marked || isCapitals(block.clean.text),
    preamble,
    annex,
  };
  parent.children.push(item);
  return item;
}

/** No clause, point or dash of the same section follows. */
function endsSection(blocks: readonly Block[], markers: readonly (Marker | null)[], from: number): boolean {
  for (let i = from + 1; i < blocks.length && i < from + 8; i++) {
    const marker = markers[i];
    if (marker != null) return marker.rank <= 5;
    if (blocks[i]!.kind === 'table') return true;
  }
  return true;
}
