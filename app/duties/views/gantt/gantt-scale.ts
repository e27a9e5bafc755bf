import { addDays, addMonths, daysBetween } from '#libraries/calendar/index.ts';

export type Bar = {
  givenOn: string;
  dueOn: string | null;
  completedOn: string | null;
  stoppedOn: string | null;
  cell: string;
};
export type Scale = { from: string; days: number; at: (day: string) => number; months: string[] };

/** From the first day given to the last day due, today within, whole months; `at` is a share from 0 to 1. */
export function scaleOf(bars: readonly Bar[], today: string): Scale {
  const ends = bars.flatMap((bar) => [bar.givenOn, endOf(bar, today), bar.dueOn ?? today]);
  const all = [...ends, today].sort();
  const from = `${all[0]!.slice(0, 7)}-01`;
  const to = addMonths(`${all.at(-1)!.slice(0, 7)}-01`, 1);
  const days = daysBetween(from, to);
  const months: string[] = [];
  for (let month = from; month < to; month = addMonths(month, 1)) months.push(month);
  return { from, days, months, at: (day) => Math.min(1, Math.max(0, daysBetween(from, day) / days)) };
}

/** Until when work on it goes or went: done, waiting, or today when it is late; otherwise its due day. */
export function endOf({ dueOn, completedOn, cell }: Bar, today: string): string {
  if (completedOn) return completedOn;
  if (!dueOn) return today;
  return cell === 'open-late' ? today : dueOn;
}

/** The stretches of a bar: what was planned, what runs past its due day, what waits; each [from, to). */
export function stretchesOf(
  bar: Bar,
  today: string,
): { kind: 'plan' | 'late' | 'wait'; from: string; to: string }[] {
  const { givenOn, dueOn, stoppedOn, completedOn } = bar;
  const planned = dueOn ?? endOf(bar, today);
  const late =
    dueOn && bar.cell.endsWith('late')
      ? [{ kind: 'late' as const, from: addDays(dueOn, 1), to: endOf(bar, today) }]
      : [];
  const wait =
    stoppedOn && !completedOn
      ? [{ kind: 'wait' as const, from: stoppedOn, to: latest(today, stoppedOn) }]
      : [];
  return [{ kind: 'plan', from: givenOn, to: latest(planned, givenOn) }, ...late, ...wait];
}

const latest = (one: string, other: string) => (one < other ? other : one);
