import agencyWords from '#data/agency-words.json' with { type: 'json' };
import words from '#data/report-words.json' with { type: 'json' };

/** A word of a text: as compared (no case, no diacritics) and where it stands. */
export type Token = { word: string; printed: string; begin: number; end: number };

/** 'Đối ngoại' → 'doi ngoai': reports come with and without diacritics. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

const longForms = new Map(
  Object.entries({ ...agencyWords.abbreviations, ...words.abbreviations }).map(([short, long]) => [
    short.normalize('NFC'),
    fold(long).split(' '),
  ]),
);

/** A number with its points and commas, or letters: hyphens part words ('Ô-xtrây-li-a' is four). */
const pattern = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|\p{N}+/gu;

/** Words as printed and as compared: a province's reports use few words again and again. */
const known = new Map<string, readonly string[]>();

/** The words that one printed word stands for: itself, or what it abbreviates. */
function wordsOf(printed: string): readonly string[] {
  const found = known.get(printed);
  if (found) return found;
  // 'P', 'Q', 'H' alone are also initials of people: too little to be read as a word.
  const long = printed.length > 1 ? longForms.get(printed) : undefined;
  const words = long ?? [fold(printed)];
  if (known.size > 50_000) known.clear();
  known.set(printed, words);
  return words;
}

/** The words of a text in order; an abbreviation in capitals becomes the words it stands for, all at its place. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: printed, index: begin } of text.matchAll(pattern))
    for (const word of wordsOf(printed)) tokens.push({ word, printed, begin, end: begin + printed.length });
  return tokens;
}

const isNumber = (word: string): boolean => /^\d/.test(word);

/** Words that say little of what a thing is: they occur in most reports. */
const common = new Set(fold(words.common).split(' '));
const empty = new Set(fold(words.empty).split(' '));

/** A word that only joins others. */
export const isEmpty = (word: string): boolean => empty.has(word);
const ofLittle = 0.3;

/** How much it says that two texts share this word: 1 for a name, less for what is in every report. */
export function weightOf(word: string, reportsWithIt: number, reports: number): number {
  if (isNumber(word)) return 0.5;
  const base = common.has(word) ? ofLittle : 1;
  // In a small set of reports every word is rare; the list of common words alone speaks then.
  const share = reports > 20 ? reportsWithIt / reports : 0;
  return base * (share > 0.4 ? 0.3 : share > 0.15 ? 0.6 : 1);
}

const spelled = new Map(
  Object.entries(words.countries).flatMap(([name, others]) =>
    [name, ...others].map(
      (one) => [tokensOf(one).map(({ printed }) => printed.toLowerCase()), name] as const,
    ),
  ),
);
const byFirst = Map.groupBy(
  [...spelled].sort(([a], [b]) => b.length - a.length),
  ([tokens]) => fold(tokens[0]!),
);

/** Countries named in words, by their one name. A name of one syllable counts only where it begins with a capital. */
export function countriesIn(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; at += 1) {
    for (const [spelling, name] of byFirst.get(tokens[at]!.word) ?? []) {
      const here = tokens.slice(at, at + spelling.length);
      if (here.length < spelling.length || !here.every((one, i) => one.word === fold(spelling[i]!))) continue;
      if (spelling.length === 1 && !isCountryAlone(tokens, at, spelling[0]!)) continue;
      found.add(name);
      at += spelling.length - 1;
      break;
    }
  }
  return found;
}

export const isCapital = (printed: string): boolean => printed[0] !== printed[0]!.toLowerCase();
const ofFriends = new Set(['viet']);

/**
 * 'Anh', 'Trung', 'Mỹ' are also words and parts of names ('xã Mỹ Khánh'): it must be printed with its own marks and a
 * capital, and stand alone or beside 'Việt' ('Nhật - Việt').
 */
function isCountryAlone(tokens: readonly Token[], at: number, spelling: string): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (token.printed.toLowerCase() !== spelling || !isCapital(token.printed)) return false;
  if (ofFriends.has(after?.word ?? '') || ofFriends.has(before?.word ?? '')) return true;
  const joined = (one: Token | undefined, gap: number) => !!one && gap === 1 && isCapital(one.printed);
  return !joined(after, (after?.begin ?? 0) - token.end) && !joined(before, token.begin - (before?.end ?? 0));
}

/** A telling's text, cut into words once for all that look at it. */
export type ReadText = { text: string; tokens: Token[] };

export function readText(text: string): ReadText {
  const composed = text.normalize('NFC');
  return { text: composed, tokens: tokensOf(composed) };
}

/** Words one after another, as compared. */
export const foldedOf = (tokens: readonly Token[]): string => tokens.map(({ word }) => word).join(' ');
