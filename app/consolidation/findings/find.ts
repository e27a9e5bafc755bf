import { findFigures } from './claims.ts';
import { asTold, type Finding, keyOfFinding, type Part, type Reason, type Telling } from './finding.ts';
import { type ReadText, readText, weightOf } from './folded.ts';
import { type Mention, mentionsOf } from './mention.ts';
import { isApart, sameThing, type Verdict } from './same-thing.ts';
import { findStandings } from './standing.ts';

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
  const read = new Map(inOrder.map((telling) => [telling, readText(telling.text)]));
  return [...findSameThings(read, year), ...findFigures(read, year), ...findStandings(tellings, parts)];
}

type Pair = { a: Mention; b: Mention; verdict: Verdict };

function findSameThings(tellings: ReadonlyMap<Telling, ReadText>, year: number): Finding[] {
  const mentions = [...tellings]
    .flatMap(([telling, read]) => mentionsOf(telling, year, read))
    .filter(({ words, key, record }) => words.length > 0 || key || record);
  const weigh = weightsOf(tellings);
  const pairs = alikePairs(mentions, weigh);
  return groupsOf(pairs).map(asFinding);
}

/** How much a word says in these reports. */
function weightsOf(tellings: ReadonlyMap<Telling, ReadText>): (word: string) => number {
  const with_ = new Map<string, Set<string>>();
  const reports = new Set<string>();
  for (const [{ agencyReportId }, { tokens }] of tellings) {
    reports.add(agencyReportId);
    for (const { word } of tokens) {
      const known = with_.get(word);
      if (known) known.add(agencyReportId);
      else with_.set(word, new Set([agencyReportId]));
    }
  }
  const known = new Map<string, number>();
  return (word) => {
    const weight = known.get(word) ?? weightOf(word, with_.get(word)?.size ?? 0, reports.size);
    known.set(word, weight);
    return weight;
  };
}

/** Pairs of different agencies that are one thing, among those that share a key, a row, or rare words of their names. */
function alikePairs(mentions: readonly Mention[], weigh: (word: string) => number): Pair[] {
  const byWord = new Map<string, number[]>();
  const many = new Map<string, number>();
  for (const { words } of mentions) for (const word of words) many.set(word, (many.get(word) ?? 0) + 1);
  const rank = (word: string) => (many.get(word) ?? 0) / weigh(word);
  mentions.forEach((mention, index) => {
    const rare = [...mention.words].sort((a, b) => rank(a) - rank(b)).slice(0, rarest);
    for (const key of keysOf(mention, rare)) {
      const known = byWord.get(key);
      if (known) known.push(index);
      else byWord.set(key, [index]);
    }
  });
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  for (const [key, found] of byWord) {
    if (found.length > tooMany && !/^(key|row):/.test(key)) continue;
    for (let at = 0; at < found.length; at += 1)
      for (let next = at + 1; next < found.length; next += 1) {
        const [i, j] = [found[at]!, found[next]!];
        const [a, b] = [mentions[i]!, mentions[j]!];
        if (a.telling.agencyId === b.telling.agencyId) continue;
        const pair = i * mentions.length + j;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const verdict = sameThing(a, b, weigh);
        if (verdict) pairs.push({ a, b, verdict });
      }
  }
  return pairs;
}

/** Under what a mention is looked for: its key, its row, its rare words, and these with its place or its day. */
function keysOf({ kind, key, record, places, days }: Mention, rare: readonly string[]): string[] {
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
    if (!isFirst && one.members.some((a) => other.members.some((b) => isApart(a, b)))) continue;
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
    .map((one) => `${one.telling.id}@${one.begin}`)
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
  const longest = inOrder.reduce((a, b) => (b.name.length > a.name.length ? b : a));
  return {
    key: keyOfFinding(
      'double',
      inOrder.map((member) => `${member.telling.id}@${member.begin}`),
    ),
    kind,
    subject: longest.name,
    told: inOrder.map((member) => asTold(member, says.get(member) ?? null)),
    why,
  };
}

/** The first of each kind of reason: three tellers need not hear 'the same day' three times. */
const once = (reasons: readonly Reason[]): Reason[] =>
  [...new Map([...reasons].reverse().map((reason) => [reason.is, reason])).values()].reverse();
