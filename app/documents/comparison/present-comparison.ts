import type { Difference, Side } from '#libraries/document/index.ts';
import type { DocumentRecord } from '../document.ts';
import { type CopyComparison, type Decision, isChoosable } from './comparison.ts';

/** Longest words of a difference that a page shows whole, in UTF-16 units. */
const LONGEST = 320;

const presentSide = ({ words, before, after }: Side) => {
  if (words.length <= LONGEST) return { words, wordCount: null, before, after };
  const cut = words.slice(0, words.lastIndexOf(' ', LONGEST));
  return { words: `${cut} …`, wordCount: words.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0, before, after };
};

const presentDifference = ({ id, class: kind, detail, ours, theirs, likely, why }: Difference) => ({
  id,
  class: kind,
  detail,
  ours: presentSide(ours),
  theirs: presentSide(theirs),
  likely,
  why,
  choosable: isChoosable({ detail }),
});

/** A comparison as pages see it. `names` gives the name of a person by id. */
export function presentComparison(
  made: CopyComparison,
  document: DocumentRecord,
  names: Map<string, string>,
) {
  const { comparison } = made;
  const told = (one: Decision) => ({ ...one, by: names.get(one.by) ?? '' });
  return {
    id: made.id,
    document: {
      id: document.id,
      symbol: document.symbol,
      kind: document.kind,
      state: document.state,
      revision: document.revision,
      sameText: document.text === made.ourText,
    },
    otherName: made.otherName,
    state: made.state,
    revision: made.revision,
    madeBy: names.get(made.madeBy) ?? '',
    madeAt: made.madeAt.toISOString(),
    closedBy: made.closedBy && (names.get(made.closedBy) ?? ''),
    closedAt: made.closedAt?.toISOString() ?? null,
    words: comparison.words,
    counts: comparison.counts,
    ignored: { ours: comparison.ignored.ours !== null, theirs: comparison.ignored.theirs !== null },
    coarse: comparison.coarse,
    differences: comparison.differences.map(presentDifference),
    decisions: made.decisions.map(told),
    log: made.log.map(told),
  };
}
