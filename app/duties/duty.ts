import type { AssignmentState } from './assignment.ts';

export type Part = {
  role: 'holder' | 'coordinator';
  /** A holder that leads, or merely cooperates. */
  leads: boolean;
  state: AssignmentState;
  /** The Vietnamese day on which its agency said it was done, 'YYYY-MM-DD'. */
  completedOn: string | null;
};

/** What the whole's own clock follows from: days 'YYYY-MM-DD'. */
export type TimedPart = Part & { dueOn: string | null; stoppedOn: string | null };

/** How the parts of a duty stand; words.ts says it: "chủ trì xong, 1/3 phối hợp chưa trả lời". */
export type DutySummary = {
  state: AssignmentState;
  completedOn: string | null;
  /** Somebody leads; otherwise all merely take part ("Phối hợp với …"). */
  led: boolean;
  holders: { total: number; done: number; silent: number };
  coordinators: { total: number; done: number; silent: number };
};

/** Parts that decide: those who lead, else all holders, else whoever has a part; withdrawn ones are gone. */
export function decidingParts<P extends Part>(parts: readonly P[]): P[] {
  const live = parts.filter((part) => part.state !== 'withdrawn');
  const holders = live.filter((part) => part.role === 'holder');
  const leading = holders.filter((part) => part.leads);
  return leading.length ? leading : holders.length ? holders : live;
}

/** State of the whole from the parts that decide it. */
export function stateOfParts(parts: readonly Part[]): AssignmentState {
  const states = decidingParts(parts).map((part) => part.state);
  const all = (...wanted: AssignmentState[]) => states.every((state) => wanted.includes(state));
  const some = (...wanted: AssignmentState[]) => states.some((state) => wanted.includes(state));
  if (!states.length) return parts.length ? 'withdrawn' : 'assigned';
  for (const state of ['completed', 'refused', 'paused'] as const) if (all(state)) return state;
  if (all('completed', 'awaiting-confirmation')) return 'awaiting-confirmation';
  if (some('returned')) return 'returned';
  if (some('in-progress', 'awaiting-confirmation', 'completed')) return 'in-progress';
  return some('received') ? 'received' : 'assigned';
}

/** Derives the whole from its parts; `completedOn` is the last day among those that decide, once all have reported. */
export function summarise(parts: readonly Part[]): DutySummary {
  const days = decidingParts(parts).map((part) => part.completedOn);
  const known = days.filter((day) => day !== null);
  const count = (role: Part['role']) => {
    const own = parts.filter((part) => part.role === role && part.state !== 'withdrawn');
    return {
      total: own.length,
      done: own.filter((part) => part.state === 'completed').length,
      silent: own.filter((part) => part.state === 'assigned').length,
    };
  };
  return {
    state: stateOfParts(parts),
    completedOn: known.length && known.length === days.length ? known.toSorted().at(-1)! : null,
    led: parts.some((part) => part.leads && part.state !== 'withdrawn'),
    holders: count('holder'),
    coordinators: count('coordinator'),
  };
}

/**
 * When the whole is due and since when it waits: due with the last part that decides it, and waiting once all of those
 * that are still at work wait.
 */
export function clockOfWhole(parts: readonly TimedPart[]): {
  dueOn: string | null;
  stoppedOn: string | null;
} {
  const deciding = decidingParts(parts);
  const due = deciding.map((part) => part.dueOn).filter((day) => day !== null);
  const atWork = deciding.filter((part) => part.completedOn === null);
  const stopped = atWork.map((part) => part.stoppedOn).filter((day) => day !== null);
  return {
    dueOn: due.length && due.length === deciding.length ? due.toSorted().at(-1)! : null,
    stoppedOn: stopped.length && stopped.length === atWork.length ? stopped.toSorted().at(-1)! : null,
  };
}
