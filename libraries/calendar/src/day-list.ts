import { toDayNumber } from './date.ts';
import type { Holiday } from './holiday.ts';

/** Rows by ascending day number, asked for by range in logarithmic time: counts over years stay cheap. */
export type DayList = {
  /** Rows after day number `after` up to and with `upTo`. */
  between: (after: number, upTo: number) => Holiday[];
  countBetween: (after: number, upTo: number) => number;
};

/** @param sorted rows by ascending date, one a day */
export function makeDayList(sorted: readonly Holiday[]): DayList {
  const days = sorted.map((row) => toDayNumber(row.date));
  return {
    between: (after, upTo) => sorted.slice(firstAfter(days, after), firstAfter(days, Math.max(after, upTo))),
    countBetween: (after, upTo) => firstAfter(days, Math.max(after, upTo)) - firstAfter(days, after),
  };
}

/** How many of the ascending `days` are at or before `day`: the index of the first after it. */
function firstAfter(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
