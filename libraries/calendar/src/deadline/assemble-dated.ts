import type { CalendarDate } from '../date.ts';
import { addDays } from '../date-arithmetic.ts';
import type { Reading } from './assemble.ts';
import { firstDayOf, lastDayOf } from './days-of-piece.ts';
import type { DeadlineContext } from './deadline.ts';
import type { Day, Piece, Span } from './piece.ts';

type Limit = Extract<Piece, { is: 'limit' }>['limit'];
type Named = { limit: Limit | null; piece: Day | Span };
type Stretch = { limit: Limit | null; unit: Span['unit'] | 'day'; from: CalendarDate; to: CalendarDate };

/** "trước ngày 15/12/2025", "quý IV/2025", "từ 11/9 đến hết năm 2026", "trong quý II, chậm nhất 15/6/2026". */
export function assembleDated(pieces: readonly Piece[], context: DeadlineContext): Reading | null {
  const named = nameLimits(pieces);
  if (named === null) return null;
  const years = fillYears(named, pieces, context);
  const stretches = mergeNeighbours(
    named.flatMap(({ limit, piece }, at): Stretch[] => {
      const year = years.of[at];
      const [from, to] = year === undefined ? [] : [firstDayOf(piece, year), lastDayOf(piece, year)];
      return from && to ? [{ limit, unit: piece.is === 'day' ? 'day' : piece.unit, from, to }] : [];
    }),
  );
  const time = pieces.find((piece) => piece.is === 'time');
  const reading = years.of.includes(undefined) ? { kind: 'date' as const } : joinStretches(stretches);
  if (reading === null) return null;
  return { ...reading, ...(time && { time: time.time }), ...(years.note && { assumption: years.note }) };
}

/** Every day or span with the limit said before it ("trước 16h00 ngày …" passes over the hour); null if one is left over. */
function nameLimits(pieces: readonly Piece[]): Named[] | null {
  const named: Named[] = [];
  let limit: Limit | null = null;
  for (const piece of pieces) {
    if (piece.is === 'limit') {
      if (limit !== null) return null;
      limit = piece.limit;
    } else if (piece.is === 'rhythm' && piece.every === 'year' && limit === 'end') {
      named.push({ limit, piece: { is: 'span', unit: 'year', firstMonth: 1, lastMonth: 12 } });
      limit = null;
    } else if (piece.is === 'day' || piece.is === 'span') {
      if (piece.is === 'day' && piece.month === undefined) return null;
      named.push({ limit, piece });
      limit = null;
    } else if (piece.is !== 'time' && piece.is !== 'weekday' && piece.is !== 'next-year') return null;
  }
  return limit !== null || named.length === 0 ? null : dropYearOfDay(named);
}

/** "ngày 15/12, năm 2026": the year belongs to the day before it. */
function dropYearOfDay(named: Named[]): Named[] {
  const [day, year, ...others] = named;
  if (day?.piece.is !== 'day' || day.piece.year !== undefined || others.length > 0) return named;
  if (year?.piece.is !== 'span' || year.piece.unit !== 'year' || year.limit !== null) return named;
  return year.piece.year === undefined ? named : [{ ...day, piece: { ...day.piece, year: year.piece.year } }];
}

/** A missing year is the one said beside it; else it follows from the date of issue, and the note says so. */
function fillYears(
  named: readonly Named[],
  pieces: readonly Piece[],
  { issued }: DeadlineContext,
): { of: (number | undefined)[]; note: string | null } {
  const said = named.findLast(({ piece }) => piece.year !== undefined)?.piece.year;
  if (said !== undefined) return { of: named.map(({ piece }) => piece.year ?? said), note: null };
  const last = named.at(-1)!.piece;
  if (issued === undefined) return { of: named.map(() => undefined), note: null };
  const isNext = pieces.some((piece) => piece.is === 'next-year');
  const issueYear = Number(issued.slice(0, 4));
  const isPast = (lastDayOf(last, issueYear) ?? issued) < issued;
  const year = issueYear + (isNext || isPast ? 1 : 0);
  return { of: named.map(() => year), note: `năm ${year} suy từ ngày ban hành` };
}

/** "quý III và quý IV năm 2026" is one stretch when nothing lies between. */
function mergeNeighbours(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const next of stretches) {
    const last = merged.at(-1);
    const isJoined =
      last?.unit === next.unit && next.unit !== 'day' && last.limit === null && next.limit === null;
    if (isJoined && addDays(last.to, 1) === next.from) last.to = next.to;
    else merged.push({ ...next });
  }
  return merged;
}

function joinStretches([first, second, ...others]: readonly Stretch[]): Reading | null {
  if (first === undefined || others.length > 0) return null;
  if (second === undefined) return readOne(first);
  const { from, to: due } = { from: first.from, to: second.to };
  if (from > due) return null;
  const isRange = first.limit === 'from' && (second.limit === 'to' || second.limit === 'end');
  if (isRange) return { kind: 'period', from, due, unit: second.unit };
  const isInside = first.limit === null && first.unit !== 'day' && due <= first.to;
  if (!isInside || (second.limit !== 'before' && second.limit !== 'by')) return null;
  return { kind: 'period', from, due, limit: second.limit, unit: second.unit };
}

function readOne({ limit, unit, from, to }: Stretch): Reading {
  if (limit === 'from') return { kind: 'ongoing', from };
  if (limit === null)
    return unit === 'day' ? { kind: 'date', due: to, unit } : { kind: 'period', from, due: to, unit };
  if (limit !== 'before') return { kind: 'date', due: to, limit: 'by', unit };
  // "trước tháng 9" ends on 31/8; "trước ngày 15/12" keeps the day named and the word "before".
  return unit === 'day'
    ? { kind: 'date', due: to, limit, unit }
    : { kind: 'date', due: addDays(from, -1), limit: 'by', unit };
}
