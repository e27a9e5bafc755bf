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

/**
 * The question in the language of PostgreSQL's tsquery. All words must be there; as `begun` the last one only begins a
 * word, because it may still be being typed, or everything together begins one: '217kh', 'sotttt'. Words are letters
 * and digits only, so that quoting them is enough.
 */
export function tsqueryOf({ plain, writtenOut }: Asked): { whole: string; begun: string } {
  const together = plain.join('');
  const say = (begins: boolean) =>
    [
      ...new Set([
        allOf(plain, begins),
        allOf(writtenOut, begins),
        ...(together.length > 2 ? [quoted(together, begins)] : []),
      ]),
    ]
      .map((one) => `(${one})`)
      .join(' | ');
  return { whole: say(false), begun: say(true) };
}

function allOf(words: readonly string[], begins: boolean): string {
  const last = words.length - 1;
  return words
    .filter((word, at) => at < last || last === 0 || !/^\p{L}$/u.test(word))
    .map((word, at, kept) =>
      quoted(word, begins && at === kept.length - 1 && word === words[last] && word.length > 1),
    )
    .join(' & ');
}

const quoted = (word: string, begins: boolean): string => `'${word.slice(0, LONGEST)}'${begins ? ':*' : ''}`;

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

/** How closely texts hold what was typed: the very words, then the words in their order, then anywhere. */
export function closeness(texts: readonly (string | null)[], typed: string, { plain }: Asked): number {
  const exact = typed.normalize('NFC').toLowerCase().trim();
  const phrase = ` ${plain.join(' ')}`;
  const scores = texts.map((text) => {
    if (!text) return 0;
    if (text.normalize('NFC').toLowerCase().includes(exact)) return 2;
    return ` ${plainFolded(text).join(' ')}`.includes(phrase) ? 1 : 0;
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
