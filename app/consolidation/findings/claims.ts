import { readNumber } from './amounts.ts';
import { overlap, type Stretch, windowIn } from './days.ts';
import { asTold, type Finding, keyOfFinding, type Telling } from './finding.ts';
import { foldedOf, isEmpty, type ReadText, type Token, tokensOf } from './folded.ts';
import { placesIn } from './marks.ts';
import { namesThing } from './names.ts';
import { sayNumber } from './say.ts';

/** One figure of one place: 'trên địa bàn thành phố có 12 tổ chức phi chính phủ nước ngoài'. */
type Claim = {
  telling: Telling;
  place: string;
  unit: string[];
  amount: number;
  isAbout: boolean;
  window: Stretch | null;
  begin: number;
  end: number;
};

const wholePlace =
  /\b(toan (thanh pho|tinh|dia ban)|tren dia ban (toan )?(thanh pho|tinh|huyen|quan|xa|phuong)|ca (thanh pho|tinh)|thanh pho hien (co|dang)|toan (huyen|quan|xa|phuong))\b/;
/** One of these words is in each of them. */
const ofWholePlace = new Set(['toan', 'ban', 'ca', 'hien']);
const about = new Set(['khoang', 'gan', 'hon', 'tren', 'xap', 'uoc', 'duoi']);

/**
 * Figures that a text states of a whole place. A figure of an agency's own work has no place and is compared with
 * nobody's. `year`: of windows without one.
 */
function claimsOf(telling: Telling, year: number, { text, tokens: all }: ReadText): Claim[] {
  if (!all.some(({ word }) => ofWholePlace.has(word)) || !wholePlace.test(foldedOf(all))) return [];
  return [...text.matchAll(/[^.;!?\n]+(?:[.,]\d[^.;!?\n]*)*/gu)].flatMap(({ 0: statement, index }) => {
    const tokens = tokensOf(statement);
    const folded = foldedOf(tokens);
    const whole = wholePlace.exec(folded);
    if (!whole) return [];
    // A figure of one project, one event is no figure of the place.
    if (namesThing(tokens)) return [];
    const named = [...placesIn(tokens)].flatMap(([level, names]) =>
      [...names].map((name) => `${level} ${name}`),
    );
    const local = /(huyen|quan|xa|phuong)$/.test(whole[0]);
    if (local && !named.length) return [];
    const place = local || named.length ? named.sort().join(',') : 'province';
    const window = windowIn(folded, year);
    return tokens.flatMap((token, at) => claimAt(telling, tokens, token, at, { place, window, index }));
  });
}

function claimAt(
  telling: Telling,
  tokens: readonly Token[],
  token: Token,
  at: number,
  given: { place: string; window: Stretch | null; index: number },
): Claim[] {
  if (!/^\d+(\.\d{3})*$/.test(token.word) || /^(19|20)\d\d$/.test(token.word)) return [];
  if (['ngay', 'thang', 'nam', 'quy', 'so', 'thu', 'muc'].includes(tokens[at - 1]?.word ?? '')) return [];
  const unit: string[] = [];
  for (let next = at + 1; next < tokens.length && unit.length < 6; next += 1) {
    const { word } = tokens[next]!;
    if (/^\d/.test(word) || stops.has(word) || isEmpty(word)) break;
    unit.push(word);
  }
  if (!unit.length || notCounted.has(unit[0]!)) return [];
  return [
    {
      telling,
      ...given,
      unit,
      amount: readNumber(token.printed),
      isAbout: about.has(tokens[at - 1]?.word ?? ''),
      begin: given.index + token.begin,
      end: given.index + (tokens[at + unit.length]?.end ?? token.end),
    },
  ];
}

/** Money is compared by its things; months and years count nothing. */
const notCounted = new Set([
  'thang',
  'nam',
  'dong',
  'trieu',
  'ty',
  'nghin',
  'usd',
  'vnd',
  'do',
  'ngay',
  'phan',
]);
const stops = new Set([
  'dang',
  'tang',
  'giam',
  'con',
  'hien',
  'dat',
  'so',
  'gom',
  'bang',
  'chiem',
  'nam',
  'thang',
  'quy',
  'ngay',
  'da',
  'hoat',
  'co',
  'duoc',
]);

/** The same unit: the shorter phrase begins the longer, and says at least two words or is the whole of both. */
function isOneUnit(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (!short.every((word, index) => word === long[index])) return false;
  return short.length >= 2 || long.length === short.length;
}

const isOneWindow = (a: Claim, b: Claim): boolean =>
  a.window && b.window
    ? overlap(a.window, b.window) && a.window.from === b.window.from && a.window.to === b.window.to
    : !a.window && !b.window;

/** One figure of one place to which two agencies give two values. */
export function findFigures(tellings: ReadonlyMap<Telling, ReadText>, year: number): Finding[] {
  const claims = [...tellings].flatMap(([telling, read]) =>
    telling.kind === 'paragraph' ? claimsOf(telling, year, read) : [],
  );
  const near = Map.groupBy(claims, ({ place, unit }) => `${place}|${unit[0]}`);
  const found = new Map<string, Finding>();
  for (const group of near.values())
    for (const [index, a] of group.entries())
      for (const b of group.slice(index + 1)) {
        if (a.telling.agencyId === b.telling.agencyId || !isOneUnit(a.unit, b.unit) || !isOneWindow(a, b))
          continue;
        const share = a.isAbout || b.isAbout ? 0.1 : 0;
        if (Math.abs(a.amount - b.amount) <= share * Math.max(a.amount, b.amount)) continue;
        const made = asFinding(a, b);
        found.set(made.key, made);
      }
  return [...found.values()];
}

function asFinding(a: Claim, b: Claim): Finding {
  const words = (claim: Claim) => claim.telling.text.normalize('NFC').slice(claim.begin, claim.end);
  return {
    key: keyOfFinding('figures', [`${a.telling.id}@${a.begin}`, `${b.telling.id}@${b.begin}`]),
    kind: 'figures',
    subject: words(a).replace(/^[\d.,\s]+/, ''),
    told: [a, b].map((claim) => asTold(claim, sayNumber(claim.amount))),
    why: [{ is: 'figure-differs', said: `${words(a)} ≠ ${words(b)}` }],
  };
}
