import type { Reading } from './assemble.ts';
import type { Recurrence, Rhythm } from './deadline.ts';
import type { Piece } from './piece.ts';
import { findBounds } from './recurring-bounds.ts';

type RhythmPiece = Extract<Piece, { is: 'rhythm' }>;

/** "hằng năm", "định kỳ", a day of every quarter, or two report periods named side by side ("6 tháng, năm"). */
export function isRecurring(pieces: readonly Piece[]): boolean {
  const rhythms = pieces.filter((piece) => piece.is === 'rhythm');
  const isNamed = pieces.some(
    ({ is }) => is === 'regularly' || is === 'day-of-quarter' || is === 'day-of-next-month',
  );
  const isEndOfEach = pieces.some((piece, at) => isEndOf(pieces[at - 1], piece));
  return isNamed || isEndOfEach || rhythms.some((rhythm) => !rhythm.isWeak) || rhythms.length > 1;
}

/** Each named day becomes a rule; a rhythm that no day answers stays as it is, without a day. */
export function assembleRecurring(pieces: readonly Piece[]): Reading | null {
  const bounds = findBounds(pieces);
  if (bounds === null) return null;
  const rest = bounds.rest;
  const answered = new Set<Piece>();
  const rules: Recurrence[] = [];
  for (const [at, piece] of rest.entries()) {
    const host = findHost(rest, at);
    const rule = ruleOf(piece, host, rest[at - 1]);
    if (rule === 'unfit') return null;
    if (rule === null) continue;
    rules.push(rule);
    if (host !== undefined) answered.add(host);
  }
  const rhythms = rest.filter((piece) => piece.is === 'rhythm');
  const dayed = rest.filter((piece) => piece.is === 'day' && piece.month !== undefined).length;
  const isAllAnswered = dayed > 1 && dayed >= rhythms.length;
  const open = isAllAnswered ? [] : rhythms.filter((rhythm) => !answered.has(rhythm));
  const recurrence = dropRepeats([...rules, ...open.map(({ every }): Recurrence => ({ every }))]);
  const isLoose = rest.some((piece, at) => isEndOf(rest[at - 1], piece));
  return {
    kind: 'recurring',
    ...limitOf(rest),
    ...timeOf(rest),
    ...bounds.found,
    recurrence,
    ...(isLoose && { assumption: 'hiểu là lặp lại vào cuối mỗi kỳ' }),
  };
}

function isEndOf(before: Piece | undefined, piece: Piece): boolean {
  const isPeriod =
    piece.is === 'rhythm' && piece.isWeak && (piece.every === 'quarter' || piece.every === 'month');
  return Boolean(isPeriod) && before?.is === 'limit' && before.limit === 'end';
}

/** The rhythm a day belongs to: the nearest one said before it, else the first after it. */
function findHost(pieces: readonly Piece[], at: number): RhythmPiece | undefined {
  const isRhythm = (piece: Piece): piece is RhythmPiece => piece.is === 'rhythm';
  return pieces.slice(0, at).findLast(isRhythm) ?? pieces.slice(at).find(isRhythm);
}

function ruleOf(
  piece: Piece,
  host: RhythmPiece | undefined,
  before: Piece | undefined,
): Recurrence | null | 'unfit' {
  const isHostedBy = (...rhythms: Rhythm[]) => host === undefined || rhythms.includes(host.every);
  switch (piece.is) {
    case 'day':
      if (piece.month !== undefined)
        return isHostedBy('year', 'half-year', 'nine-months')
          ? { every: 'year', month: piece.month, day: piece.day }
          : 'unfit';
      return host?.every === 'month' ? { every: 'month', day: piece.day } : 'unfit';
    case 'day-of-next-month':
      return isHostedBy('month') ? { every: 'month', day: piece.day } : 'unfit';
    case 'day-of-quarter':
      return isHostedBy('quarter') ? { every: 'quarter', month: piece.month, day: piece.day } : 'unfit';
    case 'span':
      if (before?.is === 'limit' && before.limit === 'before') return 'unfit';
      return host?.every === 'year' ? { every: 'year', month: piece.lastMonth } : 'unfit';
    case 'weekday':
      return host?.every === 'week' ? { every: 'week', weekday: piece.weekday } : 'unfit';
    case 'rhythm':
      if (before?.is !== 'limit') return null;
      return before.limit === 'end' ? endOf(piece.every) : 'unfit';
    case 'time':
      return isHostedBy('day', 'week', 'month', 'quarter', 'half-year', 'year') ? null : 'unfit';
    case 'limit':
    case 'regularly':
    case 'next-year':
      return null;
    default:
      return 'unfit';
  }
}

function endOf(every: Rhythm): Recurrence {
  if (every === 'quarter') return { every, month: 2, day: 'last' };
  if (every === 'year') return { every, month: 12, day: 'last' };
  return every === 'month' ? { every, day: 'last' } : { every };
}

function limitOf(pieces: readonly Piece[]): Pick<Reading, 'limit'> {
  const limits = pieces.flatMap((piece) => (piece.is === 'limit' ? [piece.limit] : []));
  if (limits.includes('before')) return { limit: 'before' };
  return limits.length > 0 ? { limit: 'by' } : {};
}

function timeOf(pieces: readonly Piece[]): Pick<Reading, 'time'> {
  const found = pieces.find((piece) => piece.is === 'time');
  return found === undefined ? {} : { time: found.time };
}

function dropRepeats(rules: Recurrence[]): Recurrence[] {
  const seen = new Map(rules.map((rule) => [JSON.stringify(rule), rule]));
  return [...seen.values()];
}
