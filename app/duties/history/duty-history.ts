import type { Changes, LedgerEvent } from '#app/ledger/index.ts';
import {
  type AssignmentAction,
  type AssignmentState,
  type Clock,
  clockAfter,
  stateAfter,
  stateBefore,
} from '../assignment.ts';

/** What the events of a duty say of one agency's part; a part no event names is as it was given. */
export type PartHistory = Clock & { state: AssignmentState; stateBefore: AssignmentState | null };
export type EntryHistory = { note: string; doneOn: string };

/** The duty as its events tell it: parts by id, and the progress entries that stand. */
export type DutyHistory = { parts: Map<string, PartHistory>; entries: Map<string, EntryHistory> };

export const actionOf: Record<string, AssignmentAction> = {
  'duty.received': 'receive',
  'duty.progressed': 'log-progress',
  'duty.reported-done': 'report-done',
  'duty.recalled': 'recall',
  'duty.refused': 'refuse',
  'duty.completed': 'confirm',
  'duty.returned': 'return',
  'duty.reopened': 'reopen',
  'duty.insisted': 'insist',
  'duty.reassigned': 'reassign',
  'duty.paused': 'pause',
  'duty.resumed': 'resume',
  'duty.withdrawn': 'withdraw',
  'duty.reinstated': 'reinstate',
};

const asGiven: PartHistory = {
  state: 'assigned',
  stateBefore: null,
  receivedAt: null,
  completedAt: null,
  confirmedAt: null,
};

export const startDuty = (): DutyHistory => ({ parts: new Map(), entries: new Map() });

/** The duty after one more line; lines that change neither a part's state nor an entry leave it as it is. */
export function stepDuty(before: DutyHistory, line: LedgerEvent): DutyHistory {
  if (typeof line.payload.undoes === 'number' || line.kind === 'duty.progress-restored')
    return applyWritten(before, line);
  const action = actionOf[line.kind];
  const id = line.payload.assignmentId;
  if (!action || typeof id !== 'string') return before;
  const part = before.parts.get(id) ?? asGiven;
  const parts = new Map(before.parts).set(id, {
    ...clockAfter(part, action, line.at),
    state: stateAfter(part.state, action, part.stateBefore) ?? part.state,
    stateBefore: stateBefore(part.state, action, part.stateBefore),
  });
  const { entryId, note, doneOn } = line.payload;
  if (action !== 'log-progress' || typeof entryId !== 'string') return { ...before, parts };
  const entry = { note: String(note), doneOn: String(doneOn) };
  return { parts, entries: new Map(before.entries).set(entryId, entry) };
}

/** What this fold keeps of a part; other fields that a line tells are only compared. */
const ofPart = new Set(['state', 'stateBefore', 'receivedAt', 'completedAt', 'confirmedAt']);
const clocks = ['receivedAt', 'completedAt', 'confirmedAt'] as const;

/** Lines that say the new values themselves: what was taken back, and what came again. */
function applyWritten(before: DutyHistory, { payload }: LedgerEvent): DutyHistory {
  const parts = new Map(before.parts);
  const entries = new Map(before.entries);
  for (const [field, [, after]] of Object.entries((payload.changed ?? {}) as Changes)) {
    const [id, name] = field.split(':') as [string, string];
    if (name === 'entry') {
      if (after) entries.set(id, after as EntryHistory);
      else entries.delete(id);
      continue;
    }
    if (!ofPart.has(name)) continue;
    const part = parts.get(id) ?? asGiven;
    const isClock = (clocks as readonly string[]).includes(name);
    parts.set(id, { ...part, [name]: isClock && after ? new Date(String(after)) : after } as PartHistory);
  }
  return { parts, entries };
}

/** What each line changed: `<part>:state`, `<part>:completedAt`, `<entry>:entry`, `<part>:dueOn` … */
export function changesOfDuty(chain: readonly LedgerEvent[]): Changes[] {
  let history = startDuty();
  return chain.map((line) => {
    const before = history;
    history = stepDuty(before, line);
    return { ...difference(before, history), ...dueDayOf(line) };
  });
}

function difference(before: DutyHistory, after: DutyHistory): Changes {
  const changes: Changes = {};
  for (const [id, part] of after.parts) {
    const was = before.parts.get(id) ?? asGiven;
    if (was === part) continue;
    if (was.state !== part.state) changes[`${id}:state`] = [was.state, part.state];
    for (const clock of clocks)
      if (was[clock]?.getTime() !== part[clock]?.getTime())
        changes[`${id}:${clock}`] = [was[clock]?.toISOString() ?? null, part[clock]?.toISOString() ?? null];
  }
  for (const id of new Set([...before.entries.keys(), ...after.entries.keys()]))
    if (before.entries.get(id) !== after.entries.get(id))
      changes[`${id}:entry`] = [before.entries.get(id) ?? null, after.entries.get(id) ?? null];
  return changes;
}

/** A pause or an extension that moved the due day says so itself; others say it of each part, judgement, milestone or rhythm. */
function dueDayOf({ payload }: LedgerEvent): Changes {
  const told = Object.entries((payload.changed ?? {}) as Changes).filter(([field]) =>
    /:(?:dueOn|signal|milestone|reachedOn|rhythm)$/.test(field),
  );
  if (told.length) return Object.fromEntries(told);
  const moved = (payload.changed as Changes | undefined)?.dueOn;
  return moved && typeof payload.assignmentId === 'string'
    ? { [`${payload.assignmentId}:dueOn`]: moved }
    : {};
}
