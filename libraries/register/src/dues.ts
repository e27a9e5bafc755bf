import type { Register, Row } from './register.ts';
import type { Timer } from './timer.ts';
import { fulfils } from './where.ts';

/** What is needed of an office's calendar. */
export type WorkingDays = {
  addWorkingDays: (from: string, count: number) => string;
  /** The day itself if it is worked, else the next that is. */
  settle: (day: string) => string;
};

/** A row as its timers see it. */
export type TimedRow = { values: Row; state: string | null; stateOn: string };
export type Due = { timer: Timer; count: number; dueOn: string; isDone: boolean };

/** The days that a row's timers set. `counts`: what the province set otherwise, by 'timer.<name>'. */
export const duesOf = (
  { timers }: Pick<Register, 'timers'>,
  row: TimedRow,
  calendar: WorkingDays,
  counts: Record<string, number> = {},
): Due[] =>
  timers.flatMap((timer) => {
    const from = timer.from === 'stateOn' ? row.stateOn : dayOf(row.values, timer.from);
    const seen = { ...row.values, state: row.state };
    const isDone = timer.until !== undefined && (row.values[timer.until] ?? null) !== null;
    if (!from || !fulfils(timer.where, seen)) return [];
    const count = counts[`timer.${timer.name}`] ?? timer.count;
    return [{ timer, count, dueOn: dayAfter(from, count, timer.unit, calendar), isDone }];
  });

/** A day of a row: of a date, or an end of a period ('period.to'). */
export function dayOf(values: Row, named: string): string | null {
  const [name = '', end] = named.split('.');
  const value = values[name] ?? null;
  return (end && value ? (value as Record<string, string | null>)[end] : (value as string | null)) ?? null;
}

/** So many days, working days or months after a day; before it when negative. A term that runs out on a day off ends on the next worked day. */
export function dayAfter(from: string, count: number, unit: Timer['unit'], calendar: WorkingDays): string {
  if (unit === 'working-day') return calendar.addWorkingDays(from, count);
  const at = new Date(`${from}T00:00:00Z`);
  if (unit === 'day') at.setUTCDate(at.getUTCDate() + count);
  else {
    const day = at.getUTCDate();
    at.setUTCDate(1);
    at.setUTCMonth(at.getUTCMonth() + count);
    at.setUTCDate(
      Math.min(day, new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()),
    );
  }
  const reached = at.toISOString().slice(0, 10);
  return count < 0 ? reached : calendar.settle(reached);
}
