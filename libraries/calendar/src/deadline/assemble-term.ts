import type { CalendarDate } from '../date.ts';
import { findDate } from '../date.ts';
import type { Reading } from './assemble.ts';
import type { DeadlineContext } from './deadline.ts';
import { dueFrom } from './due-from.ts';
import type { Piece } from './piece.ts';

/**
 * "chậm nhất 03 ngày làm việc": a count from a start. The start is the date printed, or the date of issue
 * when the words say so; when they name no start, issue is assumed and said; any other start leaves `due` open.
 */
export function assembleTerm(pieces: readonly Piece[], context: DeadlineContext): Reading | null {
  const terms = pieces.filter((piece) => piece.is === 'within');
  const sinces = pieces.filter((piece) => piece.is === 'since');
  const [term, since] = [terms[0], sinces[0]];
  const rest = pieces.filter((piece) => piece.is !== 'within' && piece.is !== 'since');
  if (term === undefined || terms.length > 1 || sinces.length > 1 || term.count === 0) return null;
  const printed = rest.length === 0 ? null : findPrintedStart(rest);
  if (rest.length > 0 && (printed === null || since !== undefined)) return null;
  const reading: Reading = { kind: 'within', count: term.count, unit: term.unit, limit: 'by' };
  if (since !== undefined) reading.since = since.words;
  const isFromIssue = since === undefined || since.isIssue;
  const start = printed ?? (isFromIssue ? context.issued : undefined);
  const due = start === undefined ? null : dueFrom({ ...reading, words: '' }, start, context.calendar);
  if (due === null) return reading;
  const isAssumed = printed === null && since === undefined;
  return { ...reading, due, ...(isAssumed && { assumption: 'tính từ ngày ban hành văn bản' }) };
}

function findPrintedStart([from, day, ...others]: readonly Piece[]): CalendarDate | null {
  if (from?.is !== 'limit' || from.limit !== 'from' || day?.is !== 'day' || others.length > 0) return null;
  return day.year && day.month ? findDate(day.year, day.month, day.day) : null;
}
