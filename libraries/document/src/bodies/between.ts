import type { Words } from '../text/words.ts';
import { verbPhrases } from './wording.ts';

export const isAnd = (word: string | undefined): boolean => word === 'và' || word === '&' || word === 'hoặc';
/** Nothing is printed between word `i - 1` and word `i`. */
export const runsOn = (w: Words, i: number): boolean =>
  i > 0 && i < w.count && w.after[i - 1] === '' && w.before[i] === '';
export const isDash = (w: Words, i: number): boolean =>
  i < w.count && (w.lower[i] === '-' || w.lower[i] === '–');
export const isComma = (w: Words, i: number): boolean =>
  i > 0 && w.after[i - 1] === ',' && w.before[i] === '';
export const isVerb = (w: Words, i: number): boolean => verbPhrases.at(w, i) > 0;

/** A comma, or “và”, stands before the word that this returns; -1 if the list does not go on. */
export function afterSeparator(w: Words, i: number): number {
  if (i >= w.count || i === 0) return -1;
  if (isComma(w, i)) return isAnd(w.lower[i]) ? i + 1 : i;
  if (runsOn(w, i) && isAnd(w.lower[i])) return i + 1;
  return -1;
}
