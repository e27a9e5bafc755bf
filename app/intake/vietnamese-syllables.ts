import { isSyllable } from '#libraries/document/index.ts';

/**
 * How Vietnamese the words with a letter outside ASCII look: `marked` such words, of which `good` have the
 * shape of a syllable. Text in a wrong encoding has many marked words and few good ones.
 */
export function countMarkedSyllables(text: string): { marked: number; good: number } {
  let marked = 0;
  let good = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]*[^\x00-\x7f\s\p{P}\p{Z}][^\s\p{P}\p{Z}\d]*/gu)) {
    marked += 1;
    if (isSyllable(word)) good += 1;
  }
  return { marked, good };
}
