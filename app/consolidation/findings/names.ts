import { fold, type Token } from './folded.ts';
import type { ThingKind } from './thing.ts';

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

/** Where the name of a thing begins: the word for what it is. `isInside`: within the name of another. */
export type Head = { at: number; length: number; kind: ThingKind; isInside: boolean };

/** Words after which 'đoàn', 'dự án' speaks of the thing named before: 'đoàn có 14 thành viên'. */
const goesOn = spelled('có gồm đã do được này nay trên đang sẽ chưa');

/** Several ('03 dự án') are a count, and a thing without a name is none. */
function isNoThing(tokens: readonly Token[], at: number, length: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  if (/^\d+$/.test(before) && Number(before) !== 1) return true;
  const next = tokens[at + length];
  return !next || goesOn(next);
}

/** The thing that a word begins to name, if it does. */
export function headAt(tokens: readonly Token[], at: number): Head | null {
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
  if (word === 'ngay' && /^\d/.test(tokens[at + 1]?.word ?? '')) return true;
  return afterName(tokens[at]!) || pairsAfterName.has(`${word} ${tokens[at + 1]?.word ?? ''}`);
}

const closing: Record<string, string> = { '"': '"', '“': '”', '«': '»' };

/** The end of a name that begins at a token: a quoted one ends with its quote. */
export function nameFrom(text: string, tokens: readonly Token[], start: number, last: number): number {
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
/** Heads in a statement; one inside the name of another names no thing of its own, unless it is of another kind. */
export function headsBetween(text: string, tokens: readonly Token[], first: number, last: number): Head[] {
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
