import type { NodeKind } from '../reading.ts';

/** What one kind of heading or item looks like. */
export interface Construct {
  kind: NodeKind;
  /** Order of nesting: a smaller rank stands higher. */
  rank: number;
  /** Reads the label at the beginning of a paragraph; null if there is none of this kind. */
  read(text: string): Marker | null;
}

export interface Marker {
  kind: NodeKind;
  rank: number;
  /** As printed, with its point or bracket. */
  label: string;
  /** What the label adds to the path: “III”, “1”, “a”, “Điều 3”; empty for a dash. */
  step: string;
  /** Place of the first word after the label. */
  rest: number;
}

/** The marker for a label that ends at `end` in `text`. */
export function markerOf(
  construct: { kind: NodeKind; rank: number },
  text: string,
  end: number,
  step: string,
): Marker {
  let rest = end;
  while (rest < text.length && text[rest] === ' ') rest++;
  return { kind: construct.kind, rank: construct.rank, label: text.slice(0, end).trim(), step, rest };
}
