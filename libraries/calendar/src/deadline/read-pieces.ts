import type { Construct, Piece } from './piece.ts';
import { wordsOfDays } from './words-of-days.ts';
import { fillers, wordsOfLimits } from './words-of-limits.ts';
import { wordsOfOpenEnds } from './words-of-open-ends.ts';
import { wordsOfRhythm } from './words-of-rhythm.ts';
import { wordsOfSpans } from './words-of-spans.ts';
import { wordsOfTerms } from './words-of-terms.ts';

/** In order of trial: the longer reading of the same words comes first. */
const constructs: readonly Construct[] = [
  ...wordsOfTerms,
  ...wordsOfOpenEnds,
  ...wordsOfDays,
  ...wordsOfSpans,
  ...wordsOfRhythm,
  ...wordsOfLimits,
  fillers,
];

/** Plain words as pieces in order, fillers dropped; null as soon as a word is not understood. */
export function readPieces(text: string): Piece[] | null {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const step = readOne(text, at);
    if (step === null) return null;
    if (step.piece.is !== 'filler') pieces.push(step.piece);
    at = step.end;
  }
  return pieces;
}

function readOne(text: string, at: number): { piece: Piece; end: number } | null {
  for (const { pattern, read } of constructs) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const piece = match && match[0] !== '' ? read(match) : null;
    if (match && piece) return { piece, end: at + match[0].length };
  }
  return null;
}
