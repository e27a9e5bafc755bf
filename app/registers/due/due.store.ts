import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { columnOf, type Register } from '#libraries/register/index.ts';

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
  rowId: string;
  timer: string;
  dueOn: string;
  agencyId: string;
  dutyId: string | null;
  doneOn: string | null;
};

const columns = [
  'id',
  'row_id as rowId',
  'timer',
  'due_on as dueOn',
  'agency_id as agencyId',
  'duty_id as dutyId',
  'done_on as doneOn',
] as const;

export const listDues = (tx: Tx, register: string, rowIds: readonly string[]): Promise<HeldDue[]> =>
  tx
    .selectFrom('register_due')
    .select(columns)
    .where('register', '=', register)
    .where('row_id', '=', sql<string>`any(${[...rowIds]}::uuid[])`)
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

/** Whose the days are and since when they are done. */
export async function updateDues(
  tx: Tx,
  dues: readonly Pick<HeldDue, 'id' | 'agencyId' | 'doneOn'>[],
): Promise<void> {
  if (!dues.length) return;
  await sql`update register_due d set agency_id = n.agency_id, done_on = n.done_on
    from unnest(${dues.map(({ id }) => id)}::uuid[], ${dues.map(({ agencyId }) => agencyId)}::uuid[], ${dues.map(({ doneOn }) => doneOn)}::date[])
      n(id, agency_id, done_on) where d.id = n.id`.execute(tx);
}

/** All that a row asked for is done: it was set aside or stands within another. */
export async function endDues(tx: Tx, register: string, rowId: string, doneOn: string): Promise<void> {
  await tx
    .updateTable('register_due')
    .set({ done_on: doneOn })
    .where('register', '=', register)
    .where('row_id', '=', rowId)
    .where('done_on', 'is', null)
    .execute();
}

/** The duty that a day made. */
export async function putDutyOfDue(tx: Tx, id: string, dutyId: string): Promise<void> {
  await tx.updateTable('register_due').set({ duty_id: dutyId }).where('id', '=', id).execute();
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

export type ToMake = {
  id: string;
  rowId: string;
  timer: string;
  dueOn: string;
  agencyId: string;
  agencyName: string;
  title: string;
  createdBy: string;
};

/** Days not done that are near enough and have made no duty yet; `ahead`: days before, by timer. */
export async function listToMake(
  tx: Tx,
  register: Register,
  { today, ahead, past }: { today: string; ahead: Record<string, number>; past: number },
): Promise<ToMake[]> {
  const { rows } = await sql<ToMake>`
    select d.id, d.row_id as "rowId", d.timer, d.due_on as "dueOn", d.agency_id as "agencyId", a.name as "agencyName",
      ${sql.ref(`t.${columnOf(register.title, { suffix: '' })}`)} as title, coalesce(t.created_by, t.changed_by) as "createdBy"
    from register_due d
    join ${sql.table(register.table)} t on t.tenant_id = d.tenant_id and t.id = d.row_id
    join agency a on a.tenant_id = d.tenant_id and a.id = d.agency_id
    where d.register = ${register.name} and d.done_on is null and d.duty_id is null and t.removed_at is null and t.merged_into is null
      and coalesce(t.created_by, t.changed_by) is not null
      and d.due_on - coalesce((${JSON.stringify(ahead)}::jsonb ->> d.timer)::integer, 30) <= ${today}::date
      and d.due_on >= ${today}::date - ${past}::integer
    order by d.due_on, d.id limit 2000`.execute(tx);
  return rows;
}

/** The document that duties of a register's timers stand in, as long as it says the same. */
export async function findTimerDocument(tx: Tx, register: string, text: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select o.id from register_due d
    join duty y on y.tenant_id = d.tenant_id and y.id = d.duty_id
    join document o on o.tenant_id = y.tenant_id and o.id = y.document_id
    where d.register = ${register} and o.text = ${text} limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}
