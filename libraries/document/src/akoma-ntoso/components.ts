import type { NodeKind, OutlineNode } from '../reading.ts';

/** One document: the main one, or what is attached to it. */
export interface Component {
  cover: OutlineNode[];
  head: OutlineNode[];
  /** Paragraphs before the first numbered item. */
  preamble: OutlineNode[];
  body: OutlineNode[];
  foot: OutlineNode[];
}

const stages: Partial<Record<NodeKind, number>> = { boilerplate: 0, head: 1, text: 2, annex: 2, foot: 3 };

/** The parts of a text in the order of `openStructure`: what steps back in that order opens an attachment. */
export function toComponents(tree: OutlineNode): Component[] {
  const components: Component[] = [];
  let stage = 9;
  for (const part of tree.children) {
    const next = part.kind === 'boilerplate' && stage < 9 && stage > 1 ? 3 : (stages[part.kind] ?? 2);
    if (next < stage || (part.kind === 'annex' && stage === 2)) {
      components.push({ cover: [], head: [], preamble: [], body: [], foot: [] });
      stage = 0;
    }
    add(components.at(-1)!, part, next);
    stage = next;
  }
  return components.length > 0
    ? components
    : [{ cover: [], head: [], preamble: [], body: tree.children.length > 0 ? [] : [tree], foot: [] }];
}

function add(component: Component, part: OutlineNode, stage: number): void {
  const nodes = part.children.length > 0 ? part.children : [part];
  if (stage === 0) component.cover.push(...nodes);
  else if (stage === 1) component.head.push(...nodes);
  else if (stage === 3) component.foot.push(...nodes);
  else {
    const numbered = component.body.length > 0 ? 0 : nodes.findIndex((node) => node.kind !== 'paragraph');
    const opening = part.kind === 'annex' ? 0 : numbered;
    // A text of bare paragraphs has no preamble: its words are its body.
    component.preamble.push(...nodes.slice(0, Math.max(0, opening)));
    component.body.push(...nodes.slice(Math.max(0, opening)));
  }
}
