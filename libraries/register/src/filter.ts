import type { Target } from './field.ts';
import type { Said } from './said.ts';

/** What a list asks of one column; a store turns it into SQL. */
export type Condition =
  | { suffix: string; is: 'one-of'; values: string[] }
  | { suffix: string; is: 'has-any'; values: string[] }
  | { suffix: string; is: 'at-least'; value: string | number; orEmpty?: boolean }
  | { suffix: string; is: 'at-most'; value: string | number }
  | { suffix: string; is: 'has-words'; value: string }
  | { suffix: string; is: 'true' }
  | { suffix: string; is: 'false' };

/** How a field is filtered: the control a page shows, and what its words in an address ask for. */
export type Filter = {
  ask: 'words' | 'one-of' | 'range' | 'yes-no';
  of?: 'day' | 'number';
  choices?: { value: string; said: Said }[];
  target?: Target;
  /** Reads 'LA,VN' or '2026-01-01..2026-12-31'; null when it is not understood. */
  conditions: (given: string) => Condition[] | null;
};

export const wordsFilter = (suffix = ''): Filter => ({
  ask: 'words',
  conditions: (given) => [{ suffix, is: 'has-words', value: given }],
});

export const oneOfFilter = (
  more: Pick<Filter, 'choices' | 'target'>,
  is: 'one-of' | 'has-any' = 'one-of',
): Filter => ({
  ask: 'one-of',
  ...more,
  conditions: (given) => [{ suffix: '', is, values: given.split(',') }],
});

export const yesNoFilter: Filter = {
  ask: 'yes-no',
  conditions: (given) =>
    given === 'yes' || given === 'no' ? [{ suffix: '', is: given === 'yes' ? 'true' : 'false' }] : null,
};

/** From 'a..b', either end may be missing; `parts`: the columns in which a period begins and ends. */
export function rangeFilter(of: 'day' | 'number', parts = { first: '', last: '' }): Filter {
  const read = (text: string) => {
    if (of === 'day') return /^\d{4}-\d\d-\d\d$/.test(text) ? text : null;
    return Number.isFinite(Number(text)) ? Number(text) : null;
  };
  return {
    ask: 'range',
    of,
    conditions: (given) => {
      const [least = '', most = ''] = given.split('..');
      const [from, to] = [least && read(least), most && read(most)];
      if (from === null || to === null || (from === '' && to === '')) return null;
      const conditions: Condition[] = [];
      // A period is found when any of its days is asked for; one that has begun and has no end goes on.
      const isPeriod = parts.first !== parts.last;
      if (from !== '')
        conditions.push({ suffix: parts.last, is: 'at-least', value: from, orEmpty: isPeriod });
      if (to !== '' || isPeriod)
        conditions.push({ suffix: parts.first, is: 'at-most', value: to === '' ? '9999-12-31' : to });
      return conditions;
    },
  };
}
