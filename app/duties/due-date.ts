import { type Calendar, parseDeadline } from '#libraries/calendar/index.ts';

export type DueDate = { kind: string; due: string | null; assumption: string | null };

/**
 * The day that printed words fix, counted in working days where they say so; null where they fix none. A yearly day
 * gives no date: the duty comes back and its reports carry the days. "Trước ngày 15/12" is due on the 15th: the day
 * the document prints is still in time. `assumption` says what the words left out; a person confirms such a date.
 */
export function dueDateOf(words: string, issuedOn: string | null, calendar: Calendar): DueDate {
  const read = parseDeadline(words, { calendar, ...(issuedOn ? { issued: issuedOn } : {}) });
  return { kind: read.kind, due: read.due ?? null, assumption: read.assumption ?? null };
}
