import { type Count, isOneCount, isOneSum, type Money } from './amounts.ts';
import { apart, overlap } from './days.ts';
import type { Reason } from './finding.ts';
import { shareGiver } from './givers.ts';
import { matchNames, type NameMatch } from './same-name.ts';
import { sayCount, sayMoney } from './say.ts';
import type { Thing } from './thing.ts';

/** One thing told twice, what speaks for it, and in what the two tellings differ. */
export type Verdict = {
  points: number;
  why: Reason[];
  differs: Reason[];
  saysA: string | null;
  saysB: string | null;
};

/** Points at which two are held for one thing, and the share of a name's words without which none are given. */
const enough = 4;
const nameEnough = 0.75;
/** A visit or an event told by two bodies: each names the days it saw. */
const daysApart = { delegation: 2, event: 0, project: 45, agreement: 3 };

type Names = ReadonlySet<string> | undefined;

/** The first name of one that the other has too. */
function shared(a: Names, b: Names): string | undefined {
  if (a && b) for (const one of a) if (b.has(one)) return one;
  return undefined;
}
const differ = (a: Names, b: Names): boolean => !!a?.size && !!b?.size && shared(a, b) === undefined;

/** Levels of places, the smallest first. */
const levels = ['commune', 'district', 'hamlet', 'province'];

/** What makes two things certainly different, however alike their names are: what tells most of them apart first. */
function isOther(a: Thing, b: Thing): boolean {
  if (areDaysFar(a, b)) return true;
  for (const [mark, number] of a.marks) {
    const theirs = b.marks.get(mark);
    if (theirs !== undefined && theirs !== number) return true;
  }
  for (const level of levels) if (differ(a.places.get(level), b.places.get(level))) return true;
  if (differ(a.countries, b.countries)) return true;
  return a.window !== null && b.window !== null && !overlap(a.window, b.window);
}

/** Cannot be told of one thing in one finding: another thing, another giver, another sum. */
export function isApart(a: Thing, b: Thing): boolean {
  if (isOther(a, b)) return true;
  if (a.kind === 'project' && shareGiver(a.givers, b.givers) === false) return true;
  const money = compareMoney(a.money, b.money);
  return money.differs !== null;
}

function areDaysFar(a: Thing, b: Thing): boolean {
  if (!a.days.length || !b.days.length) return false;
  return !a.days.some((one) => b.days.some((other) => apart(one, other) <= daysApart[a.kind]));
}

const kindsMeet = (a: Thing, b: Thing): boolean =>
  a.kind === b.kind || (a.counted !== null && b.counted !== null);

/**
 * Do two texts tell of one thing? null when not. By key, by row of a register, or by likeness: names (without diacritics,
 * abbreviations opened), days near, sums in dong or dollars, places and countries.
 */
export function sameThing(a: Thing, b: Thing, weightOf: (word: string) => number): Verdict | null {
  const known = knownAs(a, b);
  if (known) return verdict(10, [known], compareMoney(a.money, b.money), compareCounts(a.counts, b.counts));
  if ((a.record && b.record) || !kindsMeet(a, b) || isOther(a, b)) return null;
  const name = matchNames(a, b, weightOf);
  if (name.most < nameEnough || !name.shared.length) return null;
  const money = compareMoney(a.money, b.money);
  const count = compareCounts(a.counts, b.counts);
  const [points, support] = weigh(a, b, name, money, count);
  // Other sums under a name that only resembles: rather two things than one told wrongly.
  const doubts = (money.differs && !count.same) || (count.differs && !money.same);
  if (doubts && (name.most < 0.9 || name.least < 0.5)) return null;
  if (points < enough) return null;
  return verdict(points, [{ is: 'name', said: name.shared.join(' ') }, ...support], money, count);
}

function knownAs(a: Thing, b: Thing): Reason | null {
  if (a.record && a.record === b.record) return { is: 'same-record', said: a.record };
  if (a.key && a.key === b.key && a.key.length > 2) return { is: 'same-key', said: a.counted!.key! };
  return null;
}

function weigh(
  a: Thing,
  b: Thing,
  name: NameMatch,
  money: Compared<Money>,
  count: Compared<Count>,
): [number, Reason[]] {
  const why: Reason[] = [];
  let points = 3 * name.most + 2 * name.least;
  if (name.weight < 1.2) points -= 1.5;
  else if (name.weight < 2) points -= 0.5;
  const support = (is: Reason['is'], said: string | null | undefined, worth: number) => {
    if (!said) return;
    why.push({ is, said });
    points += worth;
  };
  support('day', a.days.length && b.days.length ? a.days[0]!.from : null, 1);
  support('amount', money.same && both(sayMoney(money.same.a), sayMoney(money.same.b)), 1.2);
  support('count', count.same && sayCount(count.same.a), 0.6);
  support('place', levels.map((level) => shared(a.places.get(level), b.places.get(level))).find(Boolean), 1);
  support('country', shared(a.countries, b.countries), 0.3);
  // Every agency holds its own conference: without a day, a place or a figure a plain name says too little.
  const isPlain = (a.kind === 'event' || a.kind === 'delegation') && name.weight < 4;
  if (isPlain && !why.some(({ is }) => is !== 'country')) return [0, []];
  // Only one of them is a second phase, a third class …
  const marks = [...new Set([...a.marks.keys(), ...b.marks.keys()])].filter((mark) => mark !== 'year');
  if (marks.some((mark) => a.marks.has(mark) !== b.marks.has(mark))) points -= 1;
  const giver = a.kind === 'project' ? shareGiver(a.givers, b.givers) : null;
  if (giver === false) points -= 2;
  if (giver) points += 0.8;
  if (money.differs) points -= 1;
  if (count.differs) points -= 0.5;
  return [points, why];
}

/** `same`: what both say; `differs`: what each of them says. Put into words only where it is shown. */
type Compared<T> = { same: { a: T; b: T } | null; differs: { a: T; b: T } | null };

function compare<T>(a: readonly T[], b: readonly T[], isOne: (a: T, b: T) => boolean | null): Compared<T> {
  let differs: { a: T; b: T } | null = null;
  for (const one of a)
    for (const other of b) {
      const same = isOne(one, other);
      if (same) return { same: { a: one, b: other }, differs: null };
      if (same === false) differs ??= { a: one, b: other };
    }
  return { same: null, differs };
}
const compareMoney = (a: readonly Money[], b: readonly Money[]) => compare(a, b, isOneSum);
const compareCounts = (a: readonly Count[], b: readonly Count[]) => compare(a, b, isOneCount);

const both = (a: string, b: string): string => (a === b ? a : `${a} = ${b}`);

function verdict(points: number, why: Reason[], money: Compared<Money>, count: Compared<Count>): Verdict {
  const differs: Reason[] = [];
  if (money.differs)
    differs.push({
      is: 'amount-differs',
      said: `${sayMoney(money.differs.a)} ≠ ${sayMoney(money.differs.b)}`,
    });
  if (count.differs)
    differs.push({
      is: 'count-differs',
      said: `${sayCount(count.differs.a)} ≠ ${sayCount(count.differs.b)}`,
    });
  const sum = money.differs ?? (count.differs ? null : money.same);
  const many = count.differs ?? count.same;
  const says = (side: 'a' | 'b') => (sum ? sayMoney(sum[side]) : many ? sayCount(many[side]) : null);
  return { points, why, differs, saysA: says('a'), saysB: says('b') };
}
