import {
  appendEvent,
  type Changes,
  type LedgerAct,
  type LedgerEvent,
  type Undone,
} from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import { agenciesOf, hasRole, type Viewer } from '#app/platform/viewer.ts';
import { getAssignment } from '../assignment.store.ts';
import { type AssignmentAction, type AssignmentState, stateAfter } from '../assignment.ts';
import { mayChangeGiven } from '../bulk/bulk.policy.ts';
import { undoGiven } from '../bulk/undo-given.ts';
import { mayActForAgency, policyOf } from '../duty.policy.ts';
import { refreshDuty } from '../duty.store.ts';
import { mayUndoExtension, undoExtension } from '../extension/undo-extension.ts';
import { undoMilestone } from '../milestone/undo-milestone.ts';
import { maySetRhythm } from '../recurrence/recurrence.policy.ts';
import { undoRhythm } from '../recurrence/undo-rhythm.ts';
import { undoSignal } from '../signal/undo-signal.ts';
import { actionOf, type EntryHistory } from './duty-history.ts';
import { listTakenBack, putBackEntry, restorePart, type TakenBack, takeBackEntry } from './history.store.ts';
import { undoAside } from './undo-aside.ts';

/** What can be taken back by its line alone; pausing, withdrawing and giving away also move the clock: `undoAside`. */
const undoable: AssignmentAction[] = [
  'receive',
  'log-progress',
  'report-done',
  'recall',
  'refuse',
  'confirm',
  'return',
  'reopen',
];

export const undoDuty = {
  ...undoGiven,
  ...undoAside,
  ...undoExtension,
  ...undoSignal,
  ...undoMilestone,
  ...undoRhythm,
  ...Object.fromEntries(
    Object.entries(actionOf)
      .filter(([, action]) => undoable.includes(action))
      .map(([kind, action]) => [kind, undoing(action)]),
  ),
};

/** Who may do a thing may take it back. */
export const mayUndoDuty =
  (viewer: Viewer) =>
  (line: LedgerEvent): boolean => {
    if (line.kind in undoGiven) return mayChangeGiven.allows(viewer, undefined);
    if (line.kind in undoRhythm) return tellsBefore(line) && maySetRhythm.allows(viewer, undefined);
    if (line.kind in undoExtension) return mayUndoExtension(viewer, line);
    const { agencyId } = line.payload;
    if (line.kind in undoSignal || line.kind in undoMilestone)
      return (
        tellsBefore(line) &&
        mayActForAgency.allows(viewer, { agencyId: String(agencyId), action: 'log-progress' })
      );
    const action = actionOf[line.kind];
    if (!action || typeof agencyId !== 'string') return false;
    return policyOf(action).allows(viewer, { agencyId, action });
  };

/** Lines written before they said what they changed cannot be taken back. */
const tellsBefore = (line: LedgerEvent): boolean => line.payload.changed !== undefined;

function undoing(action: AssignmentAction) {
  return async (act: LedgerAct, line: LedgerEvent, changes: Changes): Promise<Undone> => {
    const { tx, viewer, house, subjectId } = act;
    const id = String(line.payload.assignmentId);
    const part = await getAssignment(tx, id, { forUpdate: true });
    requirePolicy(policyOf(action), viewer, { agencyId: part.agencyId, action });
    const written = { ...changes };
    if (action === 'log-progress') {
      requireStillOpen(part);
      const { others } = await takeBackEntry(tx, String(line.payload.entryId), viewer.personId, house.now());
      // The work it began goes on while another entry tells of it.
      if (others) delete written[`${id}:state`];
    }
    const before = (name: string, now: unknown) => written[`${id}:${name}`]?.[0] ?? now;
    const moment = (name: 'receivedAt' | 'completedAt' | 'confirmedAt') => {
      const pair = written[`${id}:${name}`];
      if (!pair) return part[name];
      return pair[0] ? new Date(String(pair[0])) : null;
    };
    const restored = {
      state: before('state', part.state) as AssignmentState,
      receivedAt: moment('receivedAt'),
      completedAt: moment('completedAt'),
      confirmedAt: moment('confirmedAt'),
    };
    await restorePart(tx, id, restored, house.now());
    await refreshDuty(tx, subjectId);
    const changed = Object.entries(written).map(([field, [was, is]]) => [field, [is, was]]);
    return { changed: Object.fromEntries(changed), payload: { agency: part.agencyName } };
  };
}

function requireStillOpen(part: { state: AssignmentState; agencyName: string }): void {
  if (part.state === 'awaiting-confirmation' || part.state === 'completed')
    throw conflict(
      `Phần việc của ${part.agencyName} đã báo hoàn thành dựa trên tiến độ này: hãy hoàn tác việc báo hoàn thành trước.`,
    );
}

const isOverseer = (viewer: Viewer) => hasRole(viewer, 'focal-officer', 'leader');

/** Progress that was taken back, for the agency whose it is. */
export const removedProgress = {
  list: async (tx: LedgerAct['tx'], viewer: Viewer) =>
    (await listTakenBack(tx, isOverseer(viewer) ? null : agenciesOf(viewer)))
      .filter(({ agencyId }) => policyOf('log-progress').allows(viewer, { agencyId, action: 'log-progress' }))
      .map((one) => ({
        thing: one.id,
        subjectId: one.dutyId,
        kind: { vi: `Tiến độ của ${one.agencyName}`, en: `Progress of ${one.agencyName}` },
        text: one.note,
        from: one.label,
        at: one.at,
        by: one.by,
        reason: null,
      })),
  restore: async (act: LedgerAct, thing: string): Promise<void> => {
    const entry = (await listTakenBack(act.tx, null)).find((one) => one.id === thing);
    if (!entry || entry.dutyId !== act.subjectId) throw notFound('dòng tiến độ này');
    await putBack(act, entry);
  },
};

async function putBack({ tx, house, viewer, subjectId }: LedgerAct, entry: TakenBack): Promise<void> {
  const part = await getAssignment(tx, entry.assignmentId, { forUpdate: true });
  requirePolicy(policyOf('log-progress'), viewer, { agencyId: part.agencyId, action: 'log-progress' });
  await putBackEntry(tx, entry.id);
  const state = stateAfter(part.state, 'log-progress') ?? part.state;
  const told: EntryHistory = { note: entry.note.slice(0, 300), doneOn: entry.doneOn };
  const changed: Changes = { [`${entry.id}:entry`]: [null, told] };
  if (state !== part.state) {
    changed[`${part.id}:state`] = [part.state, state];
    await restorePart(tx, part.id, { ...part, state }, house.now());
  }
  // An entry may say that one time of a recurring duty is done.
  await refreshDuty(tx, subjectId);
  await appendEvent(tx, house.now(), {
    subjectKind: 'duty',
    subjectId,
    kind: 'duty.progress-restored',
    actorId: viewer.personId,
    payload: {
      assignmentId: part.id,
      agencyId: part.agencyId,
      agency: part.agencyName,
      entryId: entry.id,
      note: told.note,
      changed,
    },
  });
}
