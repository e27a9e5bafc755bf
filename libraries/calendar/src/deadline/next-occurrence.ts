import type { CalendarDate } from '../date.ts';
import { addDays } from '../date-arithmetic.ts';
import type { Deadline, Occurrence, Recurrence } from './deadline.ts';
import { nextOfRule } from './next-of-rule.ts';

/**
 * The first return of a recurring deadline strictly after a day, within its `from` and `due` where it has them.
 * Null for other kinds, for a bare "định kỳ", and after the end. Holidays are not looked at: `settle` moves the day.
 */
export function nextOccurrence(deadline: Deadline, after: CalendarDate): Occurrence | null {
  return deadline.kind === 'recurring' ? (nextOfAll(deadline, after)[0] ?? null) : null;
}

/**
 * Every return after a day up to and with another, in order; two rhythms ending on one day give two
 * (the half-year and the year both close on 31/12).
 */
export function occurrencesBetween(
  deadline: Deadline,
  after: CalendarDate,
  upTo: CalendarDate,
): Occurrence[] {
  const found: Occurrence[] = [];
  if (deadline.kind !== 'recurring') return found;
  for (let next = nextOfAll(deadline, after); next[0] && next[0].date <= upTo; ) {
    found.push(...next);
    next = nextOfAll(deadline, next[0].date);
  }
  return found;
}

/** The returns, one a rule, that share the earliest day after `after`. */
function nextOfAll({ from, due, time, recurrence = [] }: Deadline, after: CalendarDate): Occurrence[] {
  const start = from !== undefined && from > after ? addDays(from, -1) : after;
  const all = recurrence.map((rule): Occurrence => {
    const date = nextOfRule(rule, start);
    return { date, every: rule.every, dayGiven: hasDay(rule), ...(time !== undefined && { time }) };
  });
  const first = all.map(({ date }) => date).sort()[0];
  return first === undefined || (due !== undefined && first > due)
    ? []
    : all.filter(({ date }) => date === first);
}

function hasDay(rule: Recurrence): boolean {
  return rule.every === 'day' || rule.day !== undefined || rule.weekday !== undefined;
}
