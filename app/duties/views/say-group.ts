import type { Language } from '#app/platform/words.ts';
import type { AssignmentState } from '../assignment.ts';
import type { groupings } from '../duty.contract.ts';
import { stateWords } from '../duty-words-of-state.ts';
import { viewsWords } from './views.words.ts';

/** What lines of a list stand under, in words. */
export function sayGroup(
  by: (typeof groupings)[number],
  key: string | null,
  symbol: string | null,
  language: Language,
): string {
  const t = viewsWords[language];
  if (by === 'document') return symbol ?? '–';
  if (by === 'month') return key ? t.month(key) : t.undated;
  if (key === null) return t.nobody;
  if (by === 'agency') return key;
  const state = stateWords[language][key as AssignmentState];
  return state.charAt(0).toUpperCase() + state.slice(1);
}
