export { type AkomaNtosoReading, akomaNtosoOf } from './src/akoma-ntoso/akoma-ntoso.ts';
export { type Choice, canonicalText, type Move, movedSpan } from './src/comparison/canonical-text.ts';
export { compareCopies } from './src/comparison/compare-copies.ts';
export type {
  Comparison,
  Difference,
  DifferenceClass,
  DifferenceDetail,
  Side,
} from './src/comparison/difference.ts';
export { isSyllable } from './src/comparison/syllable.ts';
export { readDocument } from './src/read-document.ts';
export type * from './src/reading.ts';
