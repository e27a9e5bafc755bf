import { moveAbsence, putMembership } from '#app/accounts/index.ts';
import { putAgency, putAgencyName, putAgencyParent } from '#app/agencies/index.ts';
import { moveDifficulty } from '#app/difficulties/index.ts';
import { handOverParts, takeBackParts } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { invalid } from '#app/platform/problem.ts';
import { handOverRows } from '#app/registers/index.ts';
import {
  addVersion,
  handOverReport,
  listDefinitions,
  type ReportPlace,
  replaceDraft,
  takeBackReport,
} from '#app/reports/index.ts';
import type { Move, MoveKind } from './holdings.ts';

export type Carrying = {
  successionId: string;
  on: string;
  /** Taking back: `before` and `after` of the moves are turned round already. */
  isUndo: boolean;
  by: string;
  at: Date;
  basis: string;
  /** Of agencies, as on the eve of the change. */
  names: ReadonlyMap<string, string>;
};

type Part = { dutyId: string; agencyId: string; firstAgencyId: string | null };

/** Writes the rows of a plan, each through the store that owns it. */
export async function carryOut(tx: Tx, how: Carrying, moves: readonly Move[]): Promise<void> {
  const parts = moves.filter((move) => move.what === 'part');
  for (const move of moves) await writers[move.what](tx, how, move);
  const handed = parts.map((move) => {
    const [before, after] = [move.before as Part, move.after as Part];
    return how.isUndo
      ? { id: move.id, fromId: after.agencyId, toId: before.agencyId, firstAgencyId: after.firstAgencyId }
      : { id: move.id, fromId: before.agencyId, toId: after.agencyId, firstAgencyId: after.firstAgencyId };
  });
  if (how.isUndo) await takeBackParts(tx, how.successionId, handed);
  else await handOverParts(tx, how, handed);
  const rows = moves.filter((move) => move.what === 'row');
  await handOverRows(
    tx,
    how,
    rows.map(({ id, before, after }) => {
      const [from, to] = [before as KeptRow, after as KeptRow];
      return { id, register: from.register, fromId: from.agencyId, toId: to.agencyId };
    }),
  );
}

type KeptRow = { register: string; agencyId: string };
type Writer = (tx: Tx, how: Carrying, move: Move) => Promise<void>;

const writers: Record<MoveKind, Writer> = {
  agency: (tx, _how, { id, after }) => putAgency(tx, id, after as never),
  name: (tx, _how, { id, after }) => putAgencyName(tx, id, after as never),
  parent: (tx, _how, { id, after }) => putAgencyParent(tx, id, after as never),
  // All parts together, and all rows, at the end: see carryOut.
  part: async () => {},
  row: async () => {},
  membership: (tx, _how, { id, after }) => putMembership(tx, id, after as never),
  difficulty: (tx, _how, { id, after }) => moveDifficulty(tx, id, after as never),
  absence: (tx, _how, { id, after }) => moveAbsence(tx, id, after as never),
  report: async (tx, how, { id, before, after }) => {
    if (how.isUndo) await takeBackReport(tx, how.successionId, id, after as ReportPlace);
    else await handOverReport(tx, how, id, before as ReportPlace, after as ReportPlace);
  },
  writing: (tx, _how, { id, after }) => replaceDraft(tx, id, after as never),
  definition: async (tx, how, { id, label, before, after }) => {
    const definition = (await listDefinitions(tx)).find((one) => one.id === id);
    const { version: from } = before as { version: number };
    const { version: _, ...lines } = after as { version: number; issuer: string };
    const content = definition && {
      ...definition.content,
      letter: { ...definition.content.letter, ...lines },
    };
    if (!content || !(await addVersion(tx, { id, from, content, createdBy: how.by, at: how.at })))
      throw invalid(`Chế độ báo cáo “${label}” vừa được sửa: tải lại trang rồi làm lại.`);
  },
};
