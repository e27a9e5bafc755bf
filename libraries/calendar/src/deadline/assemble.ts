import { assembleDated } from './assemble-dated.ts';
import { assembleRecurring, isRecurring } from './assemble-recurring.ts';
import { assembleTerm } from './assemble-term.ts';
import type { Deadline, DeadlineContext } from './deadline.ts';
import type { Piece } from './piece.ts';

/** What the pieces say together, without the words. */
export type Reading = Omit<Deadline, 'words'>;

/** The pieces as one reading, or null when they do not fit together: never a guess at what was meant. */
export function assemble(pieces: readonly Piece[], context: DeadlineContext): Reading | null {
  const also = pieces.flatMap((piece): ('ongoing' | 'on-request')[] =>
    piece.is === 'ongoing' ? ['ongoing'] : piece.is === 'request' ? ['on-request'] : [],
  );
  const timed = pieces.filter((piece) => piece.is !== 'ongoing' && piece.is !== 'request');
  if (timed.length === 0) return openEnd(also);
  const reading = assembleTimed(timed, context);
  if (reading === null || also.length === 0) return reading;
  if (also[0] === 'ongoing' && (reading.kind === 'period' || reading.kind === 'date')) {
    const { limit: _limit, unit: _unit, ...rest } = reading;
    return { ...rest, kind: 'ongoing', ...openEndsBeside(also.slice(1)) };
  }
  return { ...reading, ...openEndsBeside(also) };
}

function assembleTimed(pieces: readonly Piece[], context: DeadlineContext): Reading | null {
  if (pieces.some((piece) => piece.is === 'within')) return assembleTerm(pieces, context);
  if (isRecurring(pieces)) return assembleRecurring(pieces);
  const isEvent = pieces.every((piece) => piece.is === 'event' || piece.is === 'since');
  return isEvent ? { kind: 'event' } : assembleDated(pieces, context);
}

function openEnd([first, ...rest]: ('ongoing' | 'on-request')[]): Reading | null {
  return first === undefined
    ? null
    : { kind: first, ...openEndsBeside(rest.filter((other) => other !== first)) };
}

function openEndsBeside(also: ('ongoing' | 'on-request')[]): Pick<Reading, 'also'> {
  return also.length === 0 ? {} : { also: [...new Set(also)] };
}
