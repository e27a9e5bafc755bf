import type { Span } from '../reading.ts';
import type { Difference } from './difference.ts';

/** What a person chose for one difference: keep ours, take theirs, or words of their own. */
export type Choice = { choice: 'ours' } | { choice: 'theirs' } | { choice: 'own'; words: string };

/** A stretch of the old text and how long the words are that stand in its place. */
export interface Move {
  span: Span;
  size: number;
}

/** One text out of two copies: ours, with what was chosen put in. A difference without a choice, or of layout, stays ours. */
export function canonicalText(
  ours: string,
  theirs: string,
  differences: readonly Difference[],
  choiceOf: (id: string) => Choice | undefined,
): { text: string; moves: Move[] } {
  const pieces: string[] = [];
  const moves: Move[] = [];
  let from = 0;
  for (const difference of differences) {
    const chosen = choiceOf(difference.id);
    if (chosen === undefined || chosen.choice === 'ours' || difference.detail === 'layout') continue;
    const own = chosen.choice === 'own';
    const [begin, end] = own ? ownPlace(difference) : difference.ours.edit;
    if (begin < from) continue;
    const words = own ? chosen.words : taken(theirs, difference.theirs.edit);
    const glue = own && begin === end && words !== '' ? ' ' : '';
    pieces.push(ours.slice(from, begin), glue, words);
    moves.push({ span: [begin, end], size: glue.length + words.length });
    from = end;
  }
  pieces.push(ours.slice(from));
  return { text: pieces.join(''), moves };
}

/** Own words stand for the words that differ; what is between words is replaced whole. */
const ownPlace = ({ ours }: Difference): Span => (ours.span[1] > ours.span[0] ? ours.span : ours.edit);

/** Within a line, marks of Markdown of the other copy are not taken along. */
function taken(theirs: string, edit: Span): string {
  const words = theirs.slice(...edit);
  return words.includes('\n') ? words : words.replace(/\*\*|\\(?=[^\p{L}\p{N}\s])/gu, '');
}

/** Where a span of the old text stands in the new one, and whether words in it were changed. */
export function movedSpan([begin, end]: Span, moves: readonly Move[]): { span: Span; touched: boolean } {
  let shift = 0;
  let grown = 0;
  let touched = false;
  for (const { span, size } of moves) {
    const by = size - (span[1] - span[0]);
    if (span[1] <= begin && !(span[0] === begin && span[1] === begin)) shift += by;
    else if (span[0] < end) {
      touched = true;
      grown += by;
    }
  }
  return { span: [begin + shift, Math.max(begin + shift, end + shift + grown)], touched };
}
