import { addDays, daysBetween } from '#libraries/calendar/index.ts';

/** The part of a clock that may stand still. Days are 'YYYY-MM-DD' of the office. */
export type StandingClock = { dueOn: string | null; stoppedOn: string | null };

/** From today its agency waits on somebody else; a clock that stands already stands on. */
export const stopClock = <C extends StandingClock>(clock: C, today: string): C => ({
  ...clock,
  stoppedOn: clock.stoppedOn ?? today,
});

/** The waiting is over: the due day moves by the days waited, so that waiting costs the agency nothing. */
export function startClock<C extends StandingClock>(clock: C, today: string): C {
  if (!clock.stoppedOn) return clock;
  const waited = Math.max(0, daysBetween(clock.stoppedOn, today));
  return { ...clock, stoppedOn: null, dueOn: clock.dueOn && addDays(clock.dueOn, waited) };
}
