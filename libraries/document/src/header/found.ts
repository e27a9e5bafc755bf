import type { Span } from '../reading.ts';
import { type Clean, spanOf } from '../text/clean.ts';

/** A field as read, with its words in the source. */
export interface Found<T> {
  value: T;
  span: Span;
}

export const at = <T>(value: T, clean: Clean, begin: number, end: number): Found<T> => ({
  value,
  span: spanOf(clean, begin, end),
});
