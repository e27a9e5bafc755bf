import { isCapital, type Token } from './folded.ts';

const romans: Record<string, string> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
};
const marksByFirst: Record<string, string[]> = {
  giai: ['giai doan'],
  lan: ['lan thu', 'lan'],
  dot: ['dot'],
  khoa: ['khoa'],
  ky: ['ky'],
  mua: ['mua'],
  pha: ['pha'],
};
const markWords = ['giai doan', 'lan thu', 'lan', 'dot', 'khoa', 'ky', 'mua', 'pha'];
const toNumber = (word: string | undefined): string | null => {
  if (!word) return null;
  if (/^\d{1,3}$/.test(word)) return String(Number(word));
  return romans[word] ?? null;
};

/** What tells a thing from its sisters: 'giai đoạn 2', 'lần thứ III', 'khóa 5', and the year or number in its name. */
export function marksIn(around: readonly Token[], name: readonly string[]): Map<string, string> {
  const marks = new Map<string, string>();
  around.forEach(({ word }, at) => {
    const mark = marksByFirst[word]?.find((one) => one === word || one === `${word} ${around[at + 1]?.word}`);
    if (!mark) return;
    const number = toNumber(around[at + mark.split(' ').length]?.word);
    if (number && !marks.has(mark)) marks.set(mark.startsWith('lan') ? 'lan' : mark, number);
  });
  const last = name.at(-1);
  const number = last === undefined || name.length < 2 ? null : toNumber(last);
  if (number && !markWords.some((mark) => mark.endsWith(name.at(-2)!))) marks.set('number', number);
  // One year in a name tells it from the same of another year; '2023-2026' is how long it runs.
  const years = name.filter((word) => /^20\d\d$/.test(word));
  if (years.length === 1) marks.set('year', years[0]!);
  return marks;
}

/** A name without what tells it from its sisters: two first phases are not alike for being first. */
export function withoutMarks(words: readonly string[]): readonly string[] {
  const numbers = words.map((word) => toNumber(word) !== null);
  if (!numbers.includes(true)) return words;
  return words.filter((_, at) => {
    const pair = (n: number) => markWords.includes(`${words[n]} ${words[n + 1]}`);
    if (pair(at) && numbers[at + 2]) return false;
    if (pair(at - 1) && numbers[at + 1]) return false;
    if (pair(at - 2) && numbers[at]) return false;
    if (markWords.includes(words[at]!) && numbers[at + 1]) return false;
    return !(markWords.includes(words[at - 1] ?? '') && numbers[at]);
  });
}

/** Levels of places by their word; folded words that are also others need their marks or a name with a capital. */
const levels: Record<string, { level: string; printed: string[] }> = {
  xa: { level: 'commune', printed: ['xã'] },
  phuong: { level: 'commune', printed: ['phường'] },
  tran: { level: 'commune', printed: ['trấn'] },
  huyen: { level: 'district', printed: ['huyện'] },
  quan: { level: 'district', printed: ['quận'] },
  tinh: { level: 'province', printed: ['tỉnh'] },
  ap: { level: 'hamlet', printed: ['ấp'] },
};

function levelOf(token: Token): string | null {
  const known = levels[token.word];
  if (!known) return null;
  const printed = token.printed.toLowerCase().normalize('NFC');
  const isWritten =
    printed === token.word || known.printed.includes(printed) || printed === 'p' || printed === 'tt';
  return isWritten ? known.level : null;
}

/** Places named in words by their level: 'xã Thới Thạnh' → commune 'thoi thanh'. */
export function placesIn(tokens: readonly Token[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  tokens.forEach((token, at) => {
    const level = levelOf(token);
    if (!level) return;
    const name: string[] = [];
    for (let next = at + 1; next < tokens.length && name.length < 3; next += 1) {
      const one = tokens[next]!;
      // A comma ends a name: 'tỉnh Kumamoto, Nhật Bản'.
      if (one.begin - tokens[next - 1]!.end > 1) break;
      if (!isCapital(one.printed) && !/^\d{1,2}$/.test(one.printed)) break;
      if (name.length && levelOf(one)) break;
      name.push(tokens[next]!.word);
    }
    if (!name.length) return;
    const places = found.get(level) ?? new Set();
    found.set(level, places.add(name.join(' ')));
  });
  return found;
}
