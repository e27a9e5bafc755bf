import { foldWords, plainFolded } from '#app/agencies/printed-words.ts';

/** Letters of a word that are kept and compared, as in the database. */
const LONGEST = 60;

/** What is asked for: the words as typed, and with abbreviations written out ('so tt&tt' is 'so thong tin truyen thong'). */
export type Asked = { plain: string[]; writtenOut: string[] };

/** null when nothing can be looked for: fewer than two letters or digits. */
export function askedFor(text: string): Asked | null {
  const plain = plainFolded(text);
  return plain.join('').length < 2 ? null : { plain, writtenOut: foldWords(text) };
}

/** One way to say a question: all these words, and one that may still be being typed. */
export type Way = { words: string[]; last: string | null };

/**
 * How a question may be meant: its words as typed, with abbreviations written out, or all of it written together
 * ('217kh', 'sotttt').
 */
export function waysOf({ plain, writtenOut }: Asked): Way[] {
  const together = plain.join('');
  const ways = [wayOf(plain), wayOf(writtenOut)];
  if (together.length > 2) ways.push({ words: [], last: cut(together) });
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
}

/** A single letter that is just being typed narrows nothing; a single digit is whole. */
function wayOf(all: readonly string[]): Way {
  const words = all.slice(0, -1).map(cut);
  const last = cut(all.at(-1)!);
  if (last.length > 1) return { words, last };
  return { words: words.length && /^\p{L}$/u.test(last) ? words : [...words, last], last: null };
}

const cut = (word: string): string => word.slice(0, LONGEST);

/**
 * The ways in the language of PostgreSQL's tsquery: with whole words, and with the last as a beginning. Words are
 * letters and digits only, so that quoting them is enough.
 */
export function tsqueryOf(ways: readonly Way[]): { whole: string; begun: string } {
  const say = (begins: boolean) =>
    ways
      .map(({ words, last }) => [
        ...words.map((word) => `'${word}'`),
        ...(last ? [`'${last}'${begins ? ':*' : ''}`] : []),
      ])
      .map((terms) => `(${terms.join(' & ')})`)
      .join(' | ');
  return { whole: say(false), begun: say(true) };
}

/** A text with the places [begin, end) in it that were asked for. */
export type Marked = { text: string; marks: [number, number][] };

/** Where words that were asked for stand in a text. */
export function markWords(text: string, { plain, writtenOut }: Asked): Marked {
  const composed = text.normalize('NFC');
  const whole = new Set([...plain, ...writtenOut]);
  const begins = [plain.at(-1)!, writtenOut.at(-1)!].filter((word) => word?.length > 1);
  const together = plain.join('');
  const marks: [number, number][] = [];
  for (const { 0: printed, index } of composed.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = plainFolded(printed)[0];
    if (word && (whole.has(word) || begins.some((one) => word.startsWith(one))))
      marks.push([index, index + printed.length]);
  }
  const isShort =
    marks.length < plain.length &&
    together.length > 2 &&
    shortForms(composed).some((one) => one.startsWith(together));
  return { text: composed, marks: isShort ? [[0, composed.length]] : marks };
}

/** A name written together, and as people shorten it: 'sotttt', 'stttt'. */
function shortForms(name: string): string[] {
  const words = plainFolded(name);
  const initials = words.map((word) => word[0]).join('');
  return words.length > 2 ? [words.join(''), initials, words[0] + initials.slice(1)] : [words.join('')];
}

/** How closely texts hold what was typed: the very words, then the words in their order, then anywhere; whole before begun. */
export function closeness(texts: readonly (string | null)[], typed: string, { plain }: Asked): number {
  const exact = typed.normalize('NFC').toLowerCase().trim();
  const scores = texts.map((text) => {
    if (!text) return 0;
    const words = plainFolded(text);
    const isWhole = plain.every((word) => words.includes(word)) ? 1 : 0;
    if (text.normalize('NFC').toLowerCase().includes(exact)) return 4 + isWhole;
    return (` ${words.join(' ')}`.includes(` ${plain.join(' ')}`) ? 2 : 0) + isWhole;
  });
  return Math.max(...scores);
}

const BEFORE = 60;
const SHOWN = 200;

/** The part of a long text around what was asked for first. */
export function cutAround({ text, marks }: Marked): Marked {
  if (text.length <= SHOWN) return { text, marks };
  const first = marks[0]?.[0] ?? 0;
  const begin = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
  const end = Math.min(text.length, begin + SHOWN);
  const [front, back] = [begin ? '… ' : '', end < text.length ? ' …' : ''];
  return {
    text: front + text.slice(begin, end) + back,
    marks: marks
      .filter(([from, to]) => from >= begin && to <= end)
      .map(([from, to]): [number, number] => [from - begin + front.length, to - begin + front.length]),
  };
}
