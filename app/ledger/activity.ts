import type { LedgerLine } from './ledger.contract.ts';

/** A line, and those before it that the same person did in the same way within the same minutes. */
export type Group = { first: LedgerLine; more: LedgerLine[] };
export type ActivityDay = { day: string; groups: Group[] };

const ALIKE_WITHIN = 120_000;

/** Lines, newest first, under the office days on which they happened; many alike become one row. */
export function byDay(lines: readonly LedgerLine[]): ActivityDay[] {
  const days: ActivityDay[] = [];
  for (const line of lines) {
    const day = dayOf(line.at);
    if (days.at(-1)?.day !== day) days.push({ day, groups: [] });
    const { groups } = days.at(-1)!;
    const group = groups.at(-1);
    if (group && isAlike(group.first, line)) group.more.push(line);
    else groups.push({ first: line, more: [] });
  }
  return days;
}

const isAlike = (first: LedgerLine, line: LedgerLine): boolean =>
  first.kind === line.kind &&
  first.actorId === line.actorId &&
  Math.abs(Date.parse(first.at) - Date.parse(line.at)) <= ALIKE_WITHIN;

/** The day it was in a Vietnamese office. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
