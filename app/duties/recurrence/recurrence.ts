import {
  addDays,
  type Calendar,
  type Deadline,
  nextOccurrence,
  occurrencesBetween,
  parseDeadline,
  type Recurrence,
  type Rhythm,
} from '#libraries/calendar/index.ts';
import { type Cell, cellOf } from '../four-cells.ts';

/** One time a part of a recurring duty is due. Days are 'YYYY-MM-DD' of the office. */
export type Occurrence = {
  /** The day the rhythm names. */
  occursOn: string;
  every: Rhythm;
  dueOn: string;
  /** The day its agency said that this time was done. */
  doneOn: string | null;
};

export const occurrenceStates = ['not-reported', 'done', 'overdue'] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** How far ahead times are made; the next one is always there, however far. */
const AHEAD = 31;

/** The rhythm in some words; null when they give none that an office reports by. "Hằng ngày" is work, not a report. */
export function rhythmIn(words: string, issuedOn: string | null, calendar: Calendar): Deadline | null {
  const read = parseDeadline(words, { calendar, ...(issuedOn ? { issued: issuedOn } : {}) });
  const rules = read.recurrence ?? [];
  return read.kind === 'recurring' && rules.length && rules.every(({ every }) => every !== 'day')
    ? read
    : null;
}

const isUnbroken = ({ every, weekday }: Recurrence) =>
  every === 'day' || (every === 'week' && weekday === undefined);

/** "Thường xuyên", "hằng ngày", "hằng tuần" without a day: work that goes on, followed by the periodic reports. */
export function isContinuous(words: string, calendar: Calendar): boolean {
  const read = parseDeadline(words, { calendar });
  if (read.kind === 'ongoing') return true;
  const rules = read.recurrence ?? [];
  return read.kind === 'recurring' && rules.length > 0 && rules.every(isUnbroken);
}

/** The rhythm that printed words give by themselves: none where the work simply goes on; a person may still set one. */
export const printedRhythmIn = (
  words: string,
  issuedOn: string | null,
  calendar: Calendar,
): Deadline | null => (isContinuous(words, calendar) ? null : rhythmIn(words, issuedOn, calendar));

/**
 * The times still to be made of one part: all after `after` up to a month ahead, those of days when the program was
 * away too, and the next one when nothing that lies ahead is left to do.
 */
export function timesToMake(
  deadline: Deadline,
  known: readonly Pick<Occurrence, 'occursOn' | 'every' | 'doneOn'>[],
  { after, today }: { after: string; today: string },
): { occursOn: string; every: Rhythm }[] {
  const isKnown = (one: { date: string; every: Rhythm }) =>
    known.some(({ occursOn, every }) => occursOn === one.date && every === one.every);
  const horizon = addDays(today, AHEAD);
  const soon = occurrencesBetween(deadline, after, horizon);
  const fresh = soon.filter((one) => !isKnown(one));
  const isAhead = (day: string) => day > today;
  const hasNext =
    fresh.some(({ date }) => isAhead(date)) ||
    known.some(({ occursOn, doneOn }) => isAhead(occursOn) && doneOn === null);
  const last = [after, horizon, ...known.map(({ occursOn }) => occursOn)].toSorted().at(-1)!;
  const next = hasNext ? null : nextOccurrence(deadline, last);
  const further = next ? occurrencesBetween(deadline, last, next.date) : [];
  return [...fresh, ...further].map(({ date, every }) => ({ occursOn: date, every }));
}

/** The time that counts now: the first that is not done. `setDueDays` in the store says the same in SQL. */
export const currentOf = <O extends Occurrence>(times: readonly O[]): O | null =>
  times
    .filter(({ doneOn }) => doneOn === null)
    .toSorted((a, b) => a.occursOn.localeCompare(b.occursOn) || a.every.localeCompare(b.every))[0] ?? null;

type Standing = { isRequest: boolean; stoppedOn: string | null };

/** The cell of one time, by the rule of all duties. */
export const cellOfTime = (time: Occurrence, { isRequest, stoppedOn }: Standing, today: string): Cell =>
  cellOf(
    {
      state: time.doneOn ? 'completed' : 'in-progress',
      completedOn: time.doneOn,
      stoppedOn,
      dueOn: time.dueOn,
      isRequest,
    },
    today,
  );

/** Where one time stands; a request is never overdue. */
export function stateOfTime(time: Occurrence, standing: Standing, today: string): OccurrenceState {
  if (time.doneOn) return 'done';
  return cellOfTime(time, standing, today) === 'open-late' ? 'overdue' : 'not-reported';
}
