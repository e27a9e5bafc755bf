import { agencySources, keyOfSource, type Sentence, type Source } from '../sentence.ts';

/** A paragraph of a filed report, as the matrix sees it. */
export type FiledParagraph = {
  agencyReportId: string;
  paragraphId: string;
  slot: string;
  text: string;
};

/**
 * Where a paragraph of an agency went: it speaks for a sentence of the report (used), stands behind a sentence that
 * another speaks for (merged), was set aside with a reason (aside), or has no place yet (waiting).
 */
export const placements = ['used', 'merged', 'aside', 'waiting'] as const;
export type Placement = (typeof placements)[number];
export type Placed = { placement: Placement; sentenceId: string | null };
export type PlaceCounts = Record<Placement, number> & { all: number };

/** The paragraphs of filed reports, one list. */
export const filedParagraphs = (
  filed: readonly {
    agencyReportId: string;
    paragraphs: readonly { id: string; slot: string; text: string }[];
  }[],
): FiledParagraph[] =>
  filed.flatMap(({ agencyReportId, paragraphs }) =>
    paragraphs.map(({ id, slot, text }) => ({ agencyReportId, paragraphId: id, slot, text })),
  );

type Standing = Pick<Sentence, 'id' | 'removedReason'> & { sources: readonly Source[] };

export const keyOfParagraph = (one: FiledParagraph): string =>
  `${one.agencyReportId}:${one.paragraphId}:${one.text}`;

/**
 * Every paragraph of the filed reports and where it went: each has exactly one place, so nothing is silently lost.
 * A kept sentence comes before one that was set aside; the first source of a sentence speaks for it.
 */
export function placeAll(
  paragraphs: readonly FiledParagraph[],
  sentences: readonly Standing[],
): Map<string, Placed> {
  const found = new Map<string, Placed>();
  for (const { id, sources, removedReason } of sentences)
    agencySources(sources).forEach((source, index) => {
      const key = keyOfSource(source);
      const placement = removedReason !== null ? 'aside' : index === 0 ? 'used' : 'merged';
      const known = found.get(key);
      if (!known || placements.indexOf(placement) < placements.indexOf(known.placement))
        found.set(key, { placement, sentenceId: id });
    });
  return new Map(
    paragraphs.map((one) => {
      const key = keyOfParagraph(one);
      return [key, found.get(key) ?? { placement: 'waiting', sentenceId: null }];
    }),
  );
}

export function countPlaces(placed: Iterable<Placed>): PlaceCounts {
  const counts: PlaceCounts = { all: 0, used: 0, merged: 0, aside: 0, waiting: 0 };
  for (const { placement } of placed) {
    counts.all += 1;
    counts[placement] += 1;
  }
  return counts;
}
