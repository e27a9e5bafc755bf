import type { AssignmentState } from './assignment.ts';

/**
 * The four cells of the national summary table (handbook §3.3), and requests, which stand apart:
 * what is asked of a body outside the chain of command is never late.
 */
export const cells = ['done-in-time', 'done-late', 'open-in-time', 'open-late', 'request'] as const;
export type Cell = (typeof cells)[number];
export type CellCounts = Record<Cell, number>;

export type Measured = {
  state: AssignmentState;
  /** The day its agency said it was done; confirming later does not make it late. */
  completedOn: string | null;
  /** The day since which its agency waits on somebody else: its clock stands still there. */
  stoppedOn?: string | null;
  /** null: "không thời hạn", counted as in time. */
  dueOn: string | null;
  isRequest: boolean;
};

/**
 * The cell a duty or a part of one falls in on a day. It is done once confirmed; what waits for confirmation is open,
 * and its clock stands still on the day it was reported. The day it is due is still in time.
 * Nothing is stored of this; `four-cells.store.ts` says the same in SQL and a test holds them together.
 * @param today 'YYYY-MM-DD' in Viet Nam
 */
export function cellOf({ state, completedOn, stoppedOn, dueOn, isRequest }: Measured, today: string): Cell {
  if (isRequest) return 'request';
  const late = dueOn !== null && (completedOn ?? stoppedOn ?? today) > dueOn;
  if (state === 'completed') return late ? 'done-late' : 'done-in-time';
  return late ? 'open-late' : 'open-in-time';
}

export function countCells(measured: readonly Measured[], today: string): CellCounts {
  const counts: CellCounts = {
    'done-in-time': 0,
    'done-late': 0,
    'open-in-time': 0,
    'open-late': 0,
    request: 0,
  };
  for (const one of measured) counts[cellOf(one, today)] += 1;
  return counts;
}
