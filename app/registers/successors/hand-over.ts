import { appendEvents } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { getRegister } from '../find-register.ts';
import { putAgencyOfRows } from './held-rows.store.ts';

export type HandedRow = { id: string; register: string; fromId: string; toId: string };
/** Why rows change hands, as the ledger tells it. `names` are those of the agencies on the eve of the change. */
export type HandingOver = {
  successionId: string;
  on: string;
  basis: string;
  isUndo: boolean;
  by: string;
  at: Date;
  names: ReadonlyMap<string, string>;
};

/** Rows of registers go to the agency that comes after theirs, or back, each with a line in its history. */
export async function handOverRows(tx: Tx, why: HandingOver, rows: readonly HandedRow[]): Promise<void> {
  for (const [name, own] of Map.groupBy(rows, ({ register }) => register)) {
    const register = getRegister(name);
    await putAgencyOfRows(
      tx,
      register,
      own.map(({ id, toId }) => ({ id, agencyId: toId })),
    );
    await appendEvents(
      tx,
      why.at,
      own.map(({ id, fromId, toId }) => ({
        subjectKind: name,
        subjectId: id,
        kind: `${name}.${why.isUndo ? 'taken-back' : 'handed-over'}`,
        actorId: why.by,
        payload: {
          agencyId: toId,
          fromAgencyId: fromId,
          agency: why.names.get(fromId),
          toAgency: why.names.get(toId),
          on: why.on,
          basis: why.basis,
          successionId: why.successionId,
        },
      })),
    );
  }
}
