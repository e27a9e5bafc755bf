import { isWithin } from '#app/agencies/period.ts';
import { foldWords, plainFolded } from '#app/agencies/printed-words.ts';
import type { RegisterRow } from './register.contract.ts';

type Named = RegisterRow['names'][number];
/** An agency found; `by` is the name that was found when it is not the one shown. */
export type Hit = { agency: RegisterRow; by: Named | null };
type Spellings = { plain: string[]; folded: string[] };
type Prepared = { agency: RegisterRow; shown: Spellings; others: { name: Named; spellings: Spellings }[] };

/**
 * Finds agencies by any name ever held or by code: every word asked for begins a word of the name, or the letters
 * stand together in it ('sotttt'); without case and diacritics, abbreviations written out or not. Names are spelt
 * once, so that each stroke of a key costs comparisons only. A name of the day asked about comes before those of
 * other days.
 */
export function finderOf(agencies: readonly RegisterRow[], day: string): (text: string) => Hit[] {
  const prepared = agencies.map((agency) => prepare(agency, day));
  return (text) => {
    const asked = spell(text);
    if (!asked.plain.length) return agencies.map((agency) => ({ agency, by: null }));
    return prepared.flatMap(({ agency, shown, others }): Hit[] => {
      if (isIn(shown, asked) || hasCode(agency, text)) return [{ agency, by: null }];
      const other = others.find(({ spellings }) => isIn(spellings, asked));
      return other ? [{ agency, by: other.name }] : [];
    });
  };
}

function prepare(agency: RegisterRow, day: string): Prepared {
  const others = agency.names.filter(({ name }) => name !== agency.name);
  const ofTheDay = others.filter((one) => isWithin(one, day));
  return {
    agency,
    shown: spell(agency.name),
    others: [...ofTheDay, ...others.filter((one) => !ofTheDay.includes(one))].map((name) => ({
      name,
      spellings: spell(name.name),
    })),
  };
}

const spell = (text: string): Spellings => ({ plain: plainFolded(text), folded: foldWords(text) });

const isIn = (name: Spellings, asked: Spellings): boolean =>
  beginWords(name.plain, asked.plain) ||
  beginWords(name.folded, asked.folded) ||
  (asked.plain.join('').length > 2 &&
    [name.plain, name.folded].some((words) => words.join('').includes(asked.plain.join(''))));

const beginWords = (words: readonly string[], asked: readonly string[]): boolean =>
  asked.every((one) => words.some((word) => word.startsWith(one)));

const hasCode = ({ code, codeOld }: RegisterRow, text: string): boolean =>
  text.trim().length > 2 &&
  [code, codeOld].some((one) => one?.toLowerCase().startsWith(text.trim().toLowerCase()));
