import type { Telling } from './finding.ts';
import type { ReadText } from './folded.ts';
import { type Head, headAt, headsBetween, nameFrom } from './names.ts';
import { type Counted, Thing } from './thing.ts';

/** That a telling speaks of a thing. */
export type Mention = { telling: Telling; thing: Thing };

/** Where one statement ends: a full stop or semicolon that is no part of a number or an abbreviation. */
const endOfStatement = /(?<!\b(?:TP|Tp|P|Q|H|TS|GS|ThS|PGS|Mr|St))[.;!?](?=\s|$)|\n/gu;

function statementsOf(text: string): [number, number][] {
  const ends = [...text.matchAll(endOfStatement)].map(({ index }) => index + 1);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends.map((end, index) => [ends[index - 1] ?? 0, end]);
}

/** Things that tellings speak of; what several tell in the same words is read once. `year`: of days without one. */
export function mentionsOf(tellings: ReadonlyMap<Telling, ReadText>, year: number): Mention[] {
  const known = new Map<string, Thing[]>();
  return [...tellings].flatMap(([telling, read]) => {
    const { counted } = telling;
    const same = `${telling.text}\n${counted ? JSON.stringify({ ...counted, indicator: null }) : ''}`;
    const things = known.get(same) ?? (counted ? [countedThing(counted, read, year)] : thingsIn(read, year));
    known.set(same, things);
    return things.map((thing) => ({ telling, thing }));
  });
}

/** Things that a paragraph speaks of. */
function thingsIn({ text, tokens }: ReadText, year: number): Thing[] {
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
  return found.map((head) => thingAt({ text, tokens }, head, year));
}

/** A name in quotes ends behind the quote that closes it. */
const behindQuote = (text: string, begin: number, end: number): number =>
  /[“"«]/.test(text.slice(begin, end)) && /[”"»]/.test(text.charAt(end)) ? end + 1 : end;

function thingAt({ text, tokens }: ReadText, head: Head & { from: number; to: number }, year: number): Thing {
  const start = Math.min(head.at + head.length, tokens.length - 1);
  const end = nameFrom(text, tokens, start, Math.max(head.to, start));
  const begin = tokens[head.at]!.begin;
  const stop = behindQuote(text, begin, tokens[Math.max(end - 1, head.at)]!.end);
  return new Thing({
    kind: head.kind,
    name: text.slice(begin, stop),
    begin,
    end: stop,
    named: tokens.slice(start, end),
    tokens: tokens.slice(head.from, head.to),
    said: text.slice(tokens[head.from]!.begin, tokens[head.to - 1]!.end),
    year,
  });
}

/** A thing that an agency counted: its name is the whole text. */
function countedThing(counted: Counted, { text, tokens }: ReadText, year: number): Thing {
  const head = tokens.length ? headAt(tokens, 0) : null;
  const named = tokens.slice(head && head.length < tokens.length ? head.length : 0);
  const kind = head?.kind ?? 'project';
  const whole = { name: text, begin: 0, end: text.length };
  return new Thing({ kind, ...whole, named, tokens, said: text, year }, counted);
}
