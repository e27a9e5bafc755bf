import { addDays, daysBetween } from '#libraries/calendar/index.ts';

/** The part of a clock that may stand still. Days are 'YYYY-MM-DD' of the office. */
export type StandingClock = { dueOn: string | null; stoppedOn: string | null; waitsFor: Wait[] };

/** What an agency may be waiting for; the clock goes on when the last of them has come. */
export const waits = ['pause', 'withdrawal', 'difficulty'] as const;
export type Wait = (typeof waits)[number];

/** From today its agency waits on somebody else; a clock that stands already stands on. */
export const stopClock = <C extends StandingClock>(clock: C, today: string, wait: Wait): C => ({
  ...clock,
  waitsFor: [...new Set([...clock.waitsFor, wait])],
  stoppedOn: clock.stoppedOn ?? today,
});

/** One wait is over. After the last: the due day moves by the days waited, so that waiting costs the agency nothing. */
export function startClock<C extends StandingClock>(clock: C, today: string, wait: Wait): C {
  const waitsFor = clock.waitsFor.filter((one) => one !== wait);
  if (!clock.stoppedOn || waitsFor.length) return { ...clock, waitsFor };
  const waited = Math.max(0, daysBetween(clock.stoppedOn, today));
  return { ...clock, waitsFor, stoppedOn: null, dueOn: clock.dueOn && addDays(clock.dueOn, waited) };
}
