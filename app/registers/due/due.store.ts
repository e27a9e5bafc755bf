import type { Filled, Tx } from '#app/platform/database.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    register_due: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      register: string;
      row_id: string;
      timer: string;
      due_on: string;
      agency_id: string;
      duty_id: Filled<string | null>;
      done_on: Filled<string | null>;
      made_at: Date;
    };
  }
}

export type HeldDue = {
  id: string;
  timer: string;
  dueOn: string;
  agencyId: string;
  dutyId: string | null;
  doneOn: string | null;
};

const columns = [
  'id',
  'timer',
  'due_on as dueOn',
  'agency_id as agencyId',
  'duty_id as dutyId',
  'done_on as doneOn',
] as const;

export const listDues = (tx: Tx, register: string, rowId: string): Promise<HeldDue[]> =>
  tx
    .selectFrom('register_due')
    .select(columns)
    .where('register', '=', register)
    .where('row_id', '=', rowId)
    .execute();

export type NewDue = {
  register: string;
  rowId: string;
  timer: string;
  dueOn: string;
  agencyId: string;
  doneOn: string | null;
  at: Date;
};

export async function insertDues(tx: Tx, dues: readonly NewDue[]): Promise<void> {
  for (let from = 0; from < dues.length; from += 5000)
    await tx
      .insertInto('register_due')
      .values(
        dues.slice(from, from + 5000).map((due) => ({
          register: due.register,
          row_id: due.rowId,
          timer: due.timer,
          due_on: due.dueOn,
          agency_id: due.agencyId,
          done_on: due.doneOn,
          made_at: due.at,
        })),
      )
      .onConflict((on) => on.columns(['tenant_id', 'register', 'row_id', 'timer', 'due_on']).doNothing())
      .execute();
}

export async function updateDue(
  tx: Tx,
  id: string,
  change: { doneOn?: string | null; agencyId?: string; dutyId?: string },
): Promise<void> {
  await tx
    .updateTable('register_due')
    .set({
      ...(change.doneOn === undefined ? {} : { done_on: change.doneOn }),
      ...(change.agencyId ? { agency_id: change.agencyId } : {}),
      ...(change.dutyId ? { duty_id: change.dutyId } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Days not done that have come near, by register: for the page of all registers. */
export async function countNear(tx: Tx, until: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('register_due')
    .select((of) => ['register', of.fn.countAll<number>().as('many')])
    .where('done_on', 'is', null)
    .where('due_on', '<=', until)
    .groupBy('register')
    .execute();
  return new Map(rows.map(({ register, many }) => [register, many]));
}
