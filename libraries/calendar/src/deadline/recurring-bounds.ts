import type { Reading } from './assemble.ts';
import { firstDayOf, lastDayOf } from './days-of-piece.ts';
import type { Piece } from './piece.ts';

/**
 * "từ năm 2026", "đến năm 2030", "giai đoạn 2026-2030" beside a rhythm: where it begins and ends.
 * Null when a dated piece is there for another reason, or a limit has nothing after it.
 */
export function findBounds(
  pieces: readonly Piece[],
): { found: Pick<Reading, 'from' | 'due'>; rest: Piece[] } | null {
  const found: Pick<Reading, 'from' | 'due'> = {};
  const rest: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    const limit = before?.is === 'limit' ? before.limit : null;
    if (piece.is === 'limit' && !isLimiting(pieces[at + 1])) return null;
    // "từ 15/11 đến 15/12 hằng năm" is a stretch that returns: not a day, so not understood.
    if (limit === 'from' && isYearless(piece)) return null;
    if ((piece.is !== 'day' && piece.is !== 'span') || piece.year === undefined) {
      rest.push(piece);
      continue;
    }
    const [first, last] = [firstDayOf(piece, piece.year), lastDayOf(piece, piece.year)];
    if (limit !== null) rest.pop();
    if (limit === 'before' || limit === 'by' || first === null || last === null) return null;
    if (limit === null && piece.is === 'day') return null;
    if (limit !== 'to' && limit !== 'end') found.from = first;
    if (limit !== 'from') found.due = last;
  }
  return { found, rest };
}

function isLimiting(next: Piece | undefined): boolean {
  const limited = ['day', 'span', 'time', 'rhythm', 'weekday', 'day-of-quarter', 'day-of-next-month'];
  return next !== undefined && limited.includes(next.is);
}

function isYearless(piece: Piece): boolean {
  return (piece.is === 'day' || piece.is === 'span') && piece.year === undefined;
}
