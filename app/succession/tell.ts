import { dutyOfDifficulty } from '#app/difficulties/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Change } from './change.ts';
import { closing } from './change.ts';
import type { Move } from './holdings.ts';

type Telling = {
  successionId: string;
  change: Change;
  basis: string;
  names: ReadonlyMap<string, string>;
  by: string;
  at: Date;
};

const agencyEvent = {
  merge: 'agency.merged',
  split: 'agency.split',
  rename: 'agency.renamed',
  dissolve: 'agency.dissolved',
  transfer: 'agency.field-transferred',
} as const;

/** One line in the ledger of everything that a succession touched. */
export async function tellApplied(tx: Tx, told: Telling, moves: readonly Move[]): Promise<void> {
  const { change, basis, names } = told;
  const say = (subjectKind: string, subjectId: string, kind: string, payload: Record<string, unknown>) =>
    line(tx, told, subjectKind, subjectId, kind, { ...payload, on: change.on, basis });
  const to = change.to.map((target) => names.get(target.id) ?? target.name);
  for (const id of change.from)
    await say('agency', id, agencyEvent[change.kind], {
      name: names.get(id),
      to: change.kind === 'rename' ? [change.newName] : to,
      closed: closing(change).includes(id),
    });
  for (const target of change.to.filter((one) => !change.from.includes(one.id)))
    await say('agency', target.id, 'agency.succeeded', {
      from: change.from.map((id) => names.get(id)),
      field: target.field,
      isNew: target.isNew,
    });
  for (const move of moves) await tellMove(tx, told, move, false);
}

export async function tellUndone(
  tx: Tx,
  told: Telling,
  moves: readonly Move[],
  reason: string,
): Promise<void> {
  const touched = new Set([...told.change.from, ...told.change.to.map((target) => target.id)]);
  for (const id of touched)
    await line(tx, told, 'agency', id, 'agency.succession-undone', { name: told.names.get(id), reason });
  for (const move of moves) await tellMove(tx, told, move, true);
}

async function tellMove(
  tx: Tx,
  told: Telling,
  { what, id, before, after }: Move,
  isUndo: boolean,
): Promise<void> {
  const { names } = told;
  const nameOf = (row: Move['after']) => names.get(String(row?.agencyId));
  const basis = { on: told.change.on, basis: told.basis };
  if (what === 'part')
    await line(
      tx,
      told,
      'duty',
      String(before?.dutyId),
      isUndo ? 'duty.succession-undone' : 'duty.reassigned-by-succession',
      {
        assignmentId: id,
        agencyId: before?.agencyId,
        agency: nameOf(before),
        toAgencyId: after?.agencyId,
        toAgency: nameOf(after),
        ...basis,
      },
    );
  if (what === 'difficulty')
    await line(tx, told, 'duty', await dutyOfDifficulty(tx, id), 'duty.difficulty-moved', {
      difficultyId: id,
      agency: nameOf(after),
      authority: names.get(String(after?.authorityId)),
      ...basis,
    });
  if (what === 'report')
    await line(
      tx,
      told,
      'agency-report',
      id,
      isUndo ? 'agency-report.succession-undone' : 'agency-report.handed-over',
      {
        agency: before?.agencyName,
        toAgency: after?.agencyName,
        joinedInto: after?.joinedInto,
        ...basis,
      },
    );
  if (what === 'membership') {
    const row = after ?? before;
    const kind = isUndo
      ? 'person.succession-undone'
      : before
        ? 'person.left-by-succession'
        : 'person.moved-by-succession';
    await line(tx, told, 'person', String(row?.personId), kind, {
      agencyId: row?.agencyId,
      agency: nameOf(row),
      role: row?.role,
      ...basis,
    });
  }
  if (what === 'definition')
    await line(tx, told, 'report-definition', id, 'report-definition.changed', {
      version: Number(isUndo ? after?.version : before?.version) + 1,
    });
}

const line = (
  tx: Tx,
  told: Telling,
  subjectKind: string,
  subjectId: string,
  kind: string,
  payload: Record<string, unknown>,
): Promise<void> =>
  appendEvent(tx, told.at, {
    subjectKind,
    subjectId,
    kind,
    actorId: told.by,
    payload: { ...payload, successionId: told.successionId },
  });
