import type { Token } from './folded.ts';

/** What an amount of money is: two amounts of different kinds do not contradict each other. */
export type MoneyKind = 'committed' | 'disbursed' | 'counterpart' | 'other';
export type Money = {
  amount: number;
  currency: string;
  /** 'khoảng', 'gần', 'hơn': not to be held to the last figure. */
  isAbout: boolean;
  kind: MoneyKind;
  begin: number;
  end: number;
};
/** '12 thành viên', '45 học viên': people are one unit, whatever they are called. */
export type Count = { amount: number; unit: string; isAbout: boolean; begin: number; end: number };

const scales: Record<string, number> = { nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9 };
const currencies: Record<string, string> = {
  dong: 'VND',
  vnd: 'VND',
  vnđ: 'VND',
  usd: 'USD',
  eur: 'EUR',
  euro: 'EUR',
  yen: 'JPY',
  jpy: 'JPY',
  won: 'KRW',
  krw: 'KRW',
  aud: 'AUD',
};
const about = new Set(['khoang', 'gan', 'hon', 'tren', 'xap', 'uoc', 'duoi']);
const people = new Set([
  'nguoi',
  'thanh vien',
  'dai bieu',
  'khach',
  'luot nguoi',
  'luot khach',
  'can bo',
  'hoc vien',
]);
const things = new Set([
  'hoc sinh',
  'sinh vien',
  'hoc bong',
  'suat',
  'can nha',
  'can',
  'ho',
  'phong hoc',
  'phong',
  'gieng',
  'xe dap',
  'phan qua',
  'qua',
  'may tinh',
  'giuong',
  'benh nhan',
  'gian hang',
  'tac pham',
  'doi',
  'tiet muc',
  'gia dinh',
]);

/**
 * A number as Vietnamese reports print it: '1.060.000,50', '27,5', '2.500'. A single point before one or two
 * figures at the end is a decimal of a hand that writes English: '2.5'.
 */
export function readNumber(printed: string): number {
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(printed)) return Number(printed.replace(/\./g, '').replace(',', '.'));
  if (/^\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(printed)) return Number(printed.replace(/,/g, ''));
  return Number(printed.replace(',', '.'));
}

/** Amounts of money in words, in order. */
export function moneyIn(tokens: readonly Token[]): Money[] {
  const found: Money[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (!/^\d/.test(token.word)) continue;
    let next = at + 1;
    let scale = 1;
    while (scales[tokens[next]?.word ?? ''] && next < at + 3) scale *= scales[tokens[next++]!.word]!;
    const currency = currencies[tokens[next]?.word ?? ''] ?? (dollarWords(tokens, next) ? 'USD' : null);
    // '2,3 tỷ' alone is money; '3 triệu' may be people.
    if (!currency && scale < 1e9) continue;
    const amount = readNumber(token.printed) * scale;
    if (!Number.isFinite(amount)) continue;
    const last = tokens[currency ? next : next - 1]!;
    found.push({
      amount,
      currency: currency ?? 'VND',
      isAbout: about.has(tokens[at - 1]?.word ?? ''),
      kind: kindBefore(tokens, at),
      begin: token.begin,
      end: last.end,
    });
    at = next;
  }
  return found;
}

const dollarWords = (tokens: readonly Token[], at: number): boolean =>
  ['do', 'dola'].includes(tokens[at]?.word ?? '') && ['la', 'my', undefined].includes(tokens[at + 1]?.word);

/** The nearest word before an amount that says what it is. */
function kindBefore(tokens: readonly Token[], at: number): MoneyKind {
  for (let back = at - 1; back >= 0 && back > at - 9; back -= 1) {
    const pair = `${tokens[back - 1]?.word} ${tokens[back]!.word}`;
    if (pair === 'giai ngan') return 'disbursed';
    if (pair === 'cam ket') return 'committed';
    if (pair === 'doi ung') return 'counterpart';
    if (/^\d/.test(tokens[back]!.word)) break;
  }
  return 'other';
}

/** Counts of people and of what is given, in order. */
export function countsIn(tokens: readonly Token[]): Count[] {
  return tokens.flatMap((token, at) => {
    if (!/^\d+(\.\d{3})*$/.test(token.word)) return [];
    const one = tokens[at + 1]?.word ?? '';
    const two = `${one} ${tokens[at + 2]?.word ?? ''}`;
    const unit = [two, one]
      .map((name) => (people.has(name) ? 'người' : things.has(name) ? name : ''))
      .find(Boolean);
    if (!unit) return [];
    const end = (people.has(two) || things.has(two) ? tokens[at + 2] : tokens[at + 1])!.end;
    const isAbout = about.has(tokens[at - 1]?.word ?? '');
    return [{ amount: readNumber(token.printed), unit, isAbout, begin: token.begin, end }];
  });
}

const near = (a: number, b: number, share: number): boolean =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));

/**
 * Dong for one dollar that a report of these years may have used: between them two amounts are held for one.
 * Handbook §11: press of 2025 implies about 26,000.
 */
const dollarRates = { least: 22_500, most: 27_500 };

/** Do two amounts tell one sum? null: not to be compared (other currencies, other kinds). */
export function isOneSum(a: Money, b: Money): boolean | null {
  if (a.kind !== b.kind && a.kind !== 'other' && b.kind !== 'other') return null;
  const share = a.isAbout || b.isAbout ? 0.08 : 0.02;
  if (a.currency === b.currency) return near(a.amount, b.amount, share);
  const [dollars, dong] = a.currency === 'USD' ? [a, b] : [b, a];
  if (dollars.currency !== 'USD' || dong.currency !== 'VND') return null;
  const rate = dong.amount / dollars.amount;
  return rate >= dollarRates.least * (1 - share) && rate <= dollarRates.most * (1 + share);
}

/** Do two counts agree? null: of other things. */
export const isOneCount = (a: Count, b: Count): boolean | null =>
  a.unit === b.unit ? near(a.amount, b.amount, a.isAbout || b.isAbout ? 0.1 : 0) : null;
