import { findFigures } from './claims.ts';
import { asTold, type Finding, keyOfFinding, type Part, type Reason, type Telling } from './finding.ts';
import { type ReadText, readText, weightOf } from './folded.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { isApart, sameThing, type Verdict } from './same-thing.ts';
import { findStandings } from './standing.ts';
import type { Thing } from './thing.ts';

/** How many of a name's rarest words find others that may be the same. */
const rarest = 4;
/** A word of more mentions than this finds nothing: too many share it. */
const tooMany = 80;

/**
 * What a person has to decide before the figures of a period can be added up. After this: each finding names the
 * tellings it stands on and says why; looking again over the same reports gives the same keys, in whatever order the
 * reports come. Candidates come from an index of rare words, so that a province of 200 agencies is not held pair by
 * pair against itself. `year`: of days and windows that do not say theirs.
 */
export function findAll(tellings: readonly Telling[], parts: readonly Part[], year: number): Finding[] {
  const inOrder = [...tellings].sort((a, b) => (a.id < b.id ? -1 : 1));
  const texts = new Map([...new Set(inOrder.map(({ text }) => text))].map((text) => [text, readText(text)]));
  const read = new Map(inOrder.map((telling) => [telling, texts.get(telling.text)!]));
  return [...findSameThings(read, year), ...findFigures(read, year), ...findStandings(tellings, parts)];
}

type Pair = { a: Mention; b: Mention; verdict: Verdict };

function findSameThings(tellings: ReadonlyMap<Telling, ReadText>, year: number): Finding[] {
  const mentions = mentionsOf(tellings, year).filter(({ thing }) => canBeFound(thing));
  return groupsOf(alikePairs(mentions, weightsOf(tellings))).map(asFinding);
}

const canBeFound = ({ words, key, record }: Thing): boolean => words.length > 0 || !!key || !!record;

/** How much a word says in these reports: the fewer of them have it, the more. */
function weightsOf(tellings: ReadonlyMap<Telling, ReadText>): (word: string) => number {
  const reports = Map.groupBy(tellings, ([{ agencyReportId }]) => agencyReportId);
  const words = [...reports.values()].map((told) => ({
    of: new Set(told.flatMap(([, { tokens }]) => tokens.map(({ word }) => word))),
    times: 1,
  }));
  const weights = new Map(
    [...countsOf(words)].map(([word, withIt]) => [word, weightOf(word, withIt, reports.size)] as const),
  );
  return (word) => weights.get(word) ?? weightOf(word, 0, reports.size);
}

/**
 * Pairs of different agencies that are one thing. What several tell in the same words is compared once, and only with
 * what shares a key, a row, or rare words of its name.
 */
function alikePairs(mentions: readonly Mention[], weigh: (word: string) => number): Pair[] {
  const by = Map.groupBy(mentions, ({ thing }) => thing);
  return candidates(by, weigh).flatMap(([one, other]) => {
    const verdict = sameThing(one, other, weigh);
    if (!verdict) return [];
    return by.get(one)!.flatMap((a, index) =>
      by
        .get(other)!
        .slice(one === other ? index + 1 : 0)
        .filter((b) => a.telling.agencyId !== b.telling.agencyId)
        .map((b) => ({ a, b, verdict })),
    );
  });
}

/** Each thing with itself, where several tell it, and with those before it that are found by one of its keys. */
function candidates(
  by: ReadonlyMap<Thing, readonly Mention[]>,
  weigh: (word: string) => number,
): [Thing, Thing][] {
  const under = new Map<string, Thing[]>();
  const found: [Thing, Thing][] = [];
  for (const [thing, keys] of keysOfAll(by, weigh)) {
    const near = new Set<Thing>();
    if (keys.length && by.get(thing)!.length > 1) near.add(thing);
    for (const key of keys) {
      const before = under.get(key);
      if (before) for (const other of before) near.add(other);
      if (before) before.push(thing);
      else under.set(key, [thing]);
    }
    for (const other of near) found.push([other, thing]);
  }
  return found;
}

/** Of each thing the keys that find others by it: what is its own (key, row), and what not too many share. */
function keysOfAll(
  by: ReadonlyMap<Thing, readonly Mention[]>,
  weigh: (word: string) => number,
): Map<Thing, string[]> {
  const things = [...by].map(([thing, told]) => ({ thing, times: told.length }));
  const many = countsOf(things.map(({ thing, times }) => ({ of: thing.words, times })));
  const rank = new Map([...many].map(([word, times]) => [word, times / weigh(word)] as const));
  const keyed = things.map(({ thing, times }) => {
    const rare = thing.words.toSorted((a, b) => rank.get(a)! - rank.get(b)!).slice(0, rarest);
    return { thing, times, of: keysOf(thing, rare) };
  });
  const shared = countsOf(keyed);
  return new Map(
    keyed.map(({ thing, of }) => [thing, of.filter((key) => isOwn(key) || shared.get(key)! <= tooMany)]),
  );
}

/** How often each stands in the lists, each list counted so many times. */
function countsOf(lists: readonly { of: Iterable<string>; times: number }[]): Map<string, number> {
  const many = new Map<string, number>();
  for (const { of, times } of lists) for (const one of of) many.set(one, (many.get(one) ?? 0) + times);
  return many;
}

const isOwn = (key: string): boolean => key.startsWith('key:') || key.startsWith('row:');

/** Under what a thing is looked for: its key, its row, its rare words, and these with its place or its day. */
function keysOf({ kind, key, record, places, days }: Thing, rare: readonly string[]): string[] {
  const keys = [...rare];
  if (key) keys.push(`key:${key}`);
  if (record) keys.push(`row:${record}`);
  const where = [...places.values()].flatMap((names) => [...names]);
  // A project is told with the day of its signing, its start or none.
  const when = kind === 'project' ? [] : days.flatMap(({ from, to }) => [from.slice(0, 7), to.slice(0, 7)]);
  for (const at of new Set([...where, ...when]))
    for (const word of rare.slice(0, 3)) keys.push(`${word} @ ${at}`);
  return keys;
}

type Group = { members: Mention[]; pairs: Pair[] };

/**
 * Pairs that share a mention are one thing told by several, the surest first; nobody joins whose telling cannot be of
 * the thing that another of them tells.
 */
function groupsOf(pairs: readonly Pair[]): Group[] {
  const groupOf = new Map<Mention, Group>();
  for (const pair of [...pairs].sort((a, b) => b.verdict.points - a.verdict.points || order(a, b))) {
    const [one, other] = [pair.a, pair.b].map(
      (mention) => groupOf.get(mention) ?? { members: [mention], pairs: [] },
    ) as [Group, Group];
    if (one === other) {
      one.pairs.push(pair);
      continue;
    }
    const isFirst = one.members.length + other.members.length === 2;
    if (!isFirst && one.members.some((a) => other.members.some((b) => isApart(a.thing, b.thing)))) continue;
    if (!isFirst && pair.verdict.differs.length) continue;
    const group = {
      members: [...one.members, ...other.members],
      pairs: [...one.pairs, ...other.pairs, pair],
    };
    for (const member of group.members) groupOf.set(member, group);
  }
  return [...new Set(groupOf.values())];
}

const idOf = ({ a, b }: Pair): string =>
  [a, b]
    .map((one) => `${one.telling.id}@${one.thing.begin}`)
    .sort()
    .join('|');
/** The same in whatever order the reports come. */
const order = (a: Pair, b: Pair): number => (idOf(a) < idOf(b) ? -1 : 1);

function asFinding({ members, pairs }: Group): Finding {
  const inOrder = [...members].sort((a, b) => (a.telling.id < b.telling.id ? -1 : 1));
  const says = new Map<Mention, string | null>();
  for (const { a, b, verdict } of pairs) {
    if (verdict.saysA) says.set(a, verdict.saysA);
    if (verdict.saysB) says.set(b, verdict.saysB);
  }
  const why = once(pairs.flatMap(({ verdict }) => [...verdict.why, ...verdict.differs]));
  const kind = pairs.some(({ verdict }) => verdict.differs.length) ? 'amounts' : 'double';
  const longest = inOrder.reduce((a, b) => (b.thing.name.length > a.thing.name.length ? b : a));
  return {
    key: keyOfFinding(
      'double',
      inOrder.map((member) => `${member.telling.id}@${member.thing.begin}`),
    ),
    kind,
    subject: longest.thing.name,
    told: inOrder.map((member) => {
      const { begin, end } = member.thing;
      return asTold({ telling: member.telling, begin, end }, says.get(member) ?? null);
    }),
    why,
  };
}

/** The first of each kind of reason: three tellers need not hear 'the same day' three times. */
const once = (reasons: readonly Reason[]): Reason[] =>
  [...new Map([...reasons].reverse().map((reason) => [reason.is, reason])).values()].reverse();
