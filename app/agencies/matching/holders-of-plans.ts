import { readFileSync } from 'node:fs';
import type { Agency } from '../agency.ts';
import { membersOn, shippedGroups } from '../groups/group.ts';
import { type Match, matchPrintedName } from '../match-printed-name.ts';
import { registers } from './registers.test-data.ts';

/** One printed name of one document and whom it means; see holders-of-plans.txt. */
export type Judged = {
  document: string;
  issuer: string;
  register: readonly Agency[];
  printed: string;
  /** How often it stands in the document. */
  times: number;
  meant: 'ask' | 'new' | 'nobody' | { agencyIds: string[]; isGroup: boolean };
};

const text = () => readFileSync(new URL('./holders-of-plans.txt', import.meta.url), 'utf8');

export function readJudged(): Judged[] {
  const judged: Judged[] = [];
  let head = { document: '', issuer: '', register: [] as readonly Agency[] };
  for (const line of text().split('\n')) {
    const [, document, issuer, , register] = /^## (.*) \| (.*) \| (.*) \| (.*)$/.exec(line) ?? [];
    if (register) head = { document: document!, issuer: issuer!, register: registers[register]! };
    const [, times, printed, meant] = /^(\d+) (.*) = (.*)$/.exec(line) ?? [];
    if (printed)
      judged.push({ ...head, printed, times: Number(times), meant: meaning(meant!, head.register) });
  }
  return judged;
}

function meaning(written: string, register: readonly Agency[]): Judged['meant'] {
  if (written === '?') return 'ask';
  if (written === '+') return 'new';
  if (written === '~') return 'nobody';
  const groupName = /^\[(.*)\]$/.exec(written)?.[1];
  const group = shippedGroups.find(({ name }) => name === groupName);
  const agencyIds = group
    ? membersOn(group, [], { agencies: register, day: '' }).map(({ id }) => id)
    : written.split('; ');
  const unknown = agencyIds.filter((id) => !register.some((one) => one.id === id));
  if (unknown.length || !agencyIds.length) throw new Error(`the register does not hold “${written}”`);
  return { agencyIds, isGroup: group !== undefined };
}

/** 'right'; 'asked': a person chooses though the name was clear; 'wrong': given to somebody it does not mean. */
export type Verdict = 'right' | 'asked' | 'not found' | 'wrong';

export function judge({ printed, issuer, register, meant }: Judged): { verdict: Verdict; match: Match } {
  const match = matchPrintedName(printed, register, { issuer });
  return { match, verdict: verdictOn(match, meant) };
}

function verdictOn(match: Match, meant: Judged['meant']): Verdict {
  const given = match.kind === 'agency' ? [match.agencyId] : match.kind === 'group' ? match.agencyIds : null;
  if (typeof meant === 'object') {
    if (given) return same(given, meant.agencyIds) ? 'right' : 'wrong';
    return match.kind === 'unknown' ? 'not found' : 'asked';
  }
  if (given) return 'wrong';
  if (meant === 'nobody' || match.kind === (meant === 'ask' ? 'unnamed' : 'unknown')) return 'right';
  return match.kind === 'unknown' ? 'not found' : 'asked';
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
