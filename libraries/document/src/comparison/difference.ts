import type { Span } from '../reading.ts';

/**
 * typo: one or few letters of a word · spacing: spaces, punctuation, case, tone placement, layout ·
 * substance: words added, removed or changed · truncation: one copy ends, begins late, or is cut with “[...]”.
 */
export type DifferenceClass = 'typo' | 'spacing' | 'substance' | 'truncation';

export type DifferenceDetail =
  | 'letters'
  | 'doubled'
  | 'space'
  | 'punctuation'
  | 'case'
  | 'tone'
  | 'layout'
  | 'number'
  | 'name'
  | 'negation'
  | 'added'
  | 'removed'
  | 'changed'
  | 'cut';

/** One copy's part of a difference. All spans are in UTF-16 units of that copy as it was given. */
export interface Side {
  /** The words that differ; empty (a point) where the other copy has words that this one lacks. */
  span: Span;
  /** What is replaced in this copy, or taken from it, when the person chooses the other one. */
  edit: Span;
  /** The words that differ on one line; empty where there are none. */
  words: string;
  /** A few words around, on one line. */
  before: string;
  after: string;
}

export interface Difference {
  /** Stable within the comparison, in the order of the text: “k1”. */
  id: string;
  class: DifferenceClass;
  detail: DifferenceDetail;
  ours: Side;
  theirs: Side;
  /** The side that is likelier right; null where the two texts do not tell. */
  likely: 'ours' | 'theirs' | null;
  /** Why, in Vietnamese. */
  why: string | null;
}

export interface Comparison {
  /** In the order of the text. */
  differences: Difference[];
  counts: Record<DifferenceClass, number>;
  /** What stands before the document and was not compared: the frame of a web page. */
  ignored: { ours: Span | null; theirs: Span | null };
  /** Number of words of each copy, and of those that both have. */
  words: { ours: number; theirs: number; same: number };
  /** True where a stretch was too different to be set word against word and is told as one change. */
  coarse: boolean;
}

export const otherSide = (side: 'ours' | 'theirs' | null): 'ours' | 'theirs' | null =>
  side === null ? null : side === 'ours' ? 'theirs' : 'ours';

/** The same comparison seen from the other copy. */
export function mirrored(comparison: Comparison): Comparison {
  const { differences, ignored, words } = comparison;
  return {
    ...comparison,
    differences: differences.map((one) => ({
      ...one,
      detail: one.detail === 'added' ? 'removed' : one.detail === 'removed' ? 'added' : one.detail,
      ours: one.theirs,
      theirs: one.ours,
      likely: otherSide(one.likely),
    })),
    ignored: { ours: ignored.theirs, theirs: ignored.ours },
    words: { ...words, ours: words.theirs, theirs: words.ours },
  };
}
