import { type Count, countsIn, type Money, moneyIn } from './amounts.ts';
import { daysIn, type Stretch, windowIn } from './days.ts';
import type { Telling } from './finding.ts';
import { countriesIn, fold, foldedOf, isEmpty, type ReadText, readText, type Token } from './folded.ts';
import { giversIn } from './givers.ts';
import { marksIn, placesIn, withoutMarks } from './marks.ts';

export type ThingKind = 'project' | 'delegation' | 'event' | 'agreement';

/** A thing that a telling speaks of: its name, and all that is said of it around the name. */
export type Mention = {
  telling: Telling;
  kind: ThingKind;
  name: string;
  begin: number;
  end: number;
  /** Words of the name that say something, in order. */
  words: string[];
  /** Words of the name as they stand one after another, for abbreviations. */
  run: string[];
  /** All words of what is said of it. */
  around: Set<string>;
  key: string | null;
  record: string | null;
  days: Stretch[];
  window: Stretch | null;
  /** 'giai đoạn' → '2': what tells it from its sisters. */
  marks: Map<string, string>;
  places: Map<string, Set<string>>;
  countries: Set<string>;
  /** Words of those named as givers and partners, one set each. */
  givers: Set<string>[];
  money: Money[];
  counts: Count[];
};

const heads: [string, ThingKind][] = [
  ['phi du an', 'project'],
  ['du an', 'project'],
  ['khoan vien tro', 'project'],
  ['cong trinh', 'project'],
  ['de an', 'project'],
  ['chuong trinh giao luu', 'event'],
  ['chuong trinh nghe thuat', 'event'],
  ['chuong trinh gap go', 'event'],
  ['chuong trinh ky niem', 'event'],
  ['chuong trinh', 'project'],
  ['doan cong tac', 'delegation'],
  ['doan dai bieu', 'delegation'],
  ['doan khach', 'delegation'],
  ['phai doan', 'delegation'],
  ['doan', 'delegation'],
  ['hoi nghi', 'event'],
  ['hoi thao', 'event'],
  ['toa dam', 'event'],
  ['tuan le', 'event'],
  ['ngay hoi', 'event'],
  ['lien hoan', 'event'],
  ['trien lam', 'event'],
  ['hoi cho', 'event'],
  ['giao luu', 'event'],
  ['hop mat', 'event'],
  ['gap go', 'event'],
  ['cuoc thi', 'event'],
  ['dien dan', 'event'],
  ['lop tap huan', 'event'],
  ['khoa tap huan', 'event'],
  ['tap huan', 'event'],
  ['trai he', 'event'],
  ['giai chay', 'event'],
  ['giai bong', 'event'],
  ['giai the thao', 'event'],
  ['le', 'event'],
  ['ban ghi nho', 'agreement'],
  ['thoa thuan', 'agreement'],
  ['bien ban ghi nho', 'agreement'],
];
const byFirstWord = Map.groupBy(
  heads
    .map(([words, kind]) => ({ words: words.split(' '), kind }))
    .sort((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0]!,
);
/** 'giai đoạn', 'công đoàn', 'tập đoàn', 'lực lượng … lệ phí': not what they look like without marks. */
const notDelegation = new Set(['giai', 'cong', 'tap', 'thanh', 'tinh', 'quan', 'su', 'lien', 'cong', 'hoi']);
const notAfterDelegation = spelled('kết thể viên phí');
const leMust = new Set(['le', 'lễ']);

/** Words by their spelling: 'đã' is not 'đá', unless it is written without marks. */
function spelled(words: string): (token: Token) => boolean {
  const printed = new Set(words.normalize('NFC').split(' '));
  const bare = new Set([...printed].map(fold));
  return (token) => {
    const word = token.printed.normalize('NFC').toLowerCase();
    return printed.has(word) || (word === token.word && bare.has(word));
  };
}

type Head = { at: number; length: number; kind: ThingKind; isInside: boolean };

/** Words after which 'đoàn', 'dự án' speaks of the thing named before: 'đoàn có 14 thành viên'. */
const goesOn = spelled('có gồm đã do được này nay trên đang sẽ chưa');

/** Several ('03 dự án') are a count, and a thing without a name is none. */
function isNoThing(tokens: readonly Token[], at: number, length: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  if (/^\d+$/.test(before) && Number(before) !== 1) return true;
  const next = tokens[at + length];
  return !next || goesOn(next);
}

function headAt(tokens: readonly Token[], at: number): Head | null {
  const token = tokens[at]!;
  for (const { words, kind } of byFirstWord.get(token.word) ?? []) {
    if (!words.every((word, index) => tokens[at + index]?.word === word)) continue;
    const printed = token.printed.toLowerCase().normalize('NFC');
    if (words.length === 1 && token.word === 'doan') {
      if (printed !== 'đoàn' && printed !== 'doan') return null;
      if (notDelegation.has(tokens[at - 1]?.word ?? '')) return null;
      // 'Đoàn Thanh niên' is a body of the province.
      const next = tokens[at + 1];
      if (next?.printed.startsWith('Thanh') && tokens[at + 2]?.word === 'nien') return null;
      if (next && notAfterDelegation(next)) return null;
    }
    if (words.length === 1 && token.word === 'le' && !leMust.has(printed)) return null;
    if (isNoThing(tokens, at, words.length)) return null;
    return { at, length: words.length, kind, isInside: false };
  }
  return null;
}

/** Does a statement speak of a thing by its name? */
export const namesThing = (tokens: readonly Token[]): boolean =>
  tokens.some((_, at) => headAt(tokens, at) !== null);

/** Where one statement ends: a full stop or semicolon that is no part of a number or an abbreviation. */
const endOfStatement = /(?<!\b(?:TP|Tp|P|Q|H|TS|GS|ThS|PGS|Mr|St))[.;!?](?=\s|$)|\n/gu;

function statementsOf(text: string): [number, number][] {
  const ends = [...text.matchAll(endOfStatement)].map(({ index }) => index + 1);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends.map((end, index) => [ends[index - 1] ?? 0, end]);
}

/** Words with which what is said of a thing begins: its name is over. */
const afterName = spelled('do với gồm được đã đang thuộc nhằm');
const pairsAfterName = new Set(
  [
    'trị giá,giá trị,giải ngân,tổng kinh,tổng trị,tổng số,tổng vốn,tổng giá,kinh phí,tham gia,tham dự,thu hút',
    'đến thăm,đến làm,đến nay,đến ngày,đến hết,từ ngày,từ tháng,từ nguồn,vào ngày,vào tháng,vào sáng,vào chiều',
    'vào tối,sang thăm,sang làm,số tiền,số vốn,trong quý,trong tháng,trong năm,trong kỳ,trong 6,trong khuôn',
    'tại xã,tại phường,tại huyện,tại quận,tại thành,tại hội,tại trường,tại trung,tại khu,trên địa,ở xã,ở phường',
    'ở huyện,ở quận',
  ].flatMap((line) => line.split(',').map(fold)),
);

function endsName(tokens: readonly Token[], at: number): boolean {
  const { word } = tokens[at]!;
  if (/^\d/.test(word) && /\d{1,2}/.test(word) && tokens[at - 1]?.word === 'ngay') return true;
  return afterName(tokens[at]!) || pairsAfterName.has(`${word} ${tokens[at + 1]?.word ?? ''}`);
}

const closing: Record<string, string> = { '"': '"', '“': '”', '«': '»' };

/** The end of a name that begins at a token: a quoted one ends with its quote. */
function nameFrom(text: string, tokens: readonly Token[], start: number, last: number): number {
  const before = text.slice(tokens[start - 1]?.end ?? 0, tokens[start]!.begin);
  const quote = Object.keys(closing).find((mark) => before.includes(mark));
  if (quote) {
    const end = text.indexOf(closing[quote]!, tokens[start]!.begin);
    if (end > 0) {
      const after = tokens.findIndex((token) => token.begin >= end);
      return Math.min(after < 0 ? tokens.length : after, last);
    }
  }
  let at = start;
  while (at < last && at < start + 22) {
    if (
      at > start &&
      /[,;:(]|\s[-–]\s(?=[^\p{Lu}])/u.test(text.slice(tokens[at - 1]!.end, tokens[at]!.begin))
    )
      break;
    if (at > start && endsName(tokens, at)) break;
    at += 1;
  }
  return at;
}

/** Things of one telling. `year`: of days without one. */
export function mentionsOf(
  telling: Telling,
  year: number,
  { text, tokens }: ReadText = readText(telling.text),
): Mention[] {
  if (telling.counted) return [countedThing(telling, text, tokens, year)];
  const statements = statementsOf(text);
  const found: (Head & { from: number; to: number })[] = [];
  for (const [begin, end] of statements) {
    const first = tokens.findIndex((token) => token.begin >= begin);
    if (first < 0) continue;
    let last = tokens.findIndex((token) => token.begin >= end);
    if (last < 0) last = tokens.length;
    const own = headsBetween(text, tokens, first, last);
    // A statement that names nothing goes on about the thing before it.
    if (!own.length && found.length) {
      found.at(-1)!.to = last;
      if (found.at(-1)!.isInside) found.at(-2)!.to = last;
    }
    own.forEach((head, index) => {
      const next = own.slice(index + 1).find((one) => !one.isInside);
      found.push({ ...head, from: index === 0 ? first : head.at, to: next?.at ?? last });
    });
  }
  return found.map((head) => made(telling, text, tokens, head, year));
}

/** Heads in a statement; one inside the name of another names no thing of its own, unless it is of another kind. */
function headsBetween(text: string, tokens: readonly Token[], first: number, last: number): Head[] {
  const found: Head[] = [];
  let nameEnd = -1;
  for (let at = first; at < last; at += 1) {
    const head = headAt(tokens, at);
    if (!head) continue;
    if (at < nameEnd && found.at(-1)!.kind !== 'event') continue;
    if (at < nameEnd && head.kind === 'event') continue;
    head.isInside = at < nameEnd;
    const start = Math.min(at + head.length, last - 1);
    nameEnd = nameFrom(text, tokens, start, last);
    found.push(head);
    at += head.length - 1;
  }
  return found;
}

function made(
  telling: Telling,
  text: string,
  tokens: readonly Token[],
  head: Head & { from: number; to: number },
  year: number,
): Mention {
  const start = Math.min(head.at + head.length, tokens.length - 1);
  const end = nameFrom(text, tokens, start, Math.max(head.to, start));
  const named = tokens.slice(start, end);
  const around = tokens.slice(head.from, head.to);
  const [begin, stop] = [tokens[head.at]!.begin, tokens[Math.max(end - 1, head.at)]!.end];
  const said = text.slice(tokens[head.from]!.begin, tokens[head.to - 1]!.end);
  return {
    ...read(telling, { named, around, said, year }),
    kind: head.kind,
    name: text.slice(begin, stop),
    begin,
    end: stop,
  };
}

function countedThing(telling: Telling, text: string, tokens: readonly Token[], year: number): Mention {
  const head = tokens.length ? headAt(tokens, 0) : null;
  const named = tokens.slice(head && head.length < tokens.length ? head.length : 0);
  const { counted } = telling;
  const base = read(telling, { named, around: tokens, said: text, year });
  const at = { isAbout: false, begin: 0, end: text.length };
  return {
    ...base,
    kind: head?.kind ?? 'project',
    name: text,
    begin: 0,
    end: text.length,
    key: counted!.key ? fold(counted!.key).replace(/[^a-z0-9]/g, '') : null,
    record: counted!.record,
    days: counted!.on ? [{ from: counted!.on, to: counted!.on }] : base.days,
    money: counted!.money ? [{ ...counted!.money, kind: 'other', ...at }] : base.money,
    counts: counted!.count ? [{ ...counted!.count, ...at }] : base.counts,
  };
}

function read(
  telling: Telling,
  given: { named: readonly Token[]; around: readonly Token[]; said: string; year: number },
): Omit<Mention, 'kind' | 'name' | 'begin' | 'end'> {
  const { named, around, said, year } = given;
  const run = withoutMarks(named.map(({ word }) => word));
  return {
    telling,
    words: [...new Set(run.filter((word) => !isEmpty(word)))],
    run,
    around: new Set(around.map(({ word }) => word)),
    key: null,
    record: null,
    days: daysIn(said, year),
    window: windowIn(foldedOf(around), year),
    marks: marksIn(
      around,
      named.map(({ word }) => word),
    ),
    places: placesIn(around),
    countries: countriesIn(around),
    givers: giversIn(around),
    money: moneyIn(around),
    counts: countsIn(around),
  };
}
