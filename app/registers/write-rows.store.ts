import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Register } from '#libraries/register/index.ts';
import type { StoredRow } from './row.store.ts';

/** What a new row is written with, beside its columns. */
export type NewRow = {
  id: string;
  agencyId: string;
  state: string | null;
  /** Of the day it is written. */
  today: string;
  at: Date;
  by: string | null;
  words: string;
  columns: Record<string, unknown>;
};

/** How many rows one statement takes: their JSON is one value of a few megabytes. */
const TOGETHER = 2500;

/**
 * Rows in one statement for each few thousand; all have the same columns. They go as one JSON value, which PostgreSQL
 * reads into rows of the table: values one by one would have to be parsed as that many parameters.
 */
export async function insertRows(tx: Tx, register: Register, rows: readonly NewRow[]): Promise<void> {
  const table = sql.table(register.table);
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const written = rows.slice(from, from + TOGETHER).map(writtenRow);
    const names = sql.join(Object.keys(written[0]!).map((name) => sql.ref(name)));
    await sql`insert into ${table} (${names}) select ${names}
      from json_populate_recordset(null::${table}, ${JSON.stringify(written)})`.execute(tx);
  }
}

const writtenRow = ({ id, agencyId, state, today, at, by, words, columns }: NewRow) => ({
  id,
  agency_id: agencyId,
  state,
  state_on: today,
  created_at: at,
  created_by: by,
  changed_at: at,
  changed_by: by,
  words,
  ...Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, asJson(value)])),
});

/** Bytes as PostgreSQL writes them; all else that a column holds is JSON as it stands. */
const asJson = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

/** What is written of a row that was read at `revision`, by column. */
export type RowChange = { id: string; revision: number; columns: Record<string, unknown> };

/**
 * Changes of many rows, none of them twice: one statement for each few thousand of which the same columns are written.
 * @throws Problem 409 when somebody else changed one of the rows since it was read
 */
export async function updateRows(
  tx: Tx,
  register: Register,
  changes: readonly RowChange[],
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  const table = sql.table(register.table);
  for (const alike of ofSameColumns(changes)) {
    const sets = Object.keys(alike[0]!.columns).map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`);
    const common = [sql`changed_at = ${at}`, sql`changed_by = ${by}`, sql`revision = t.revision + 1`];
    for (let from = 0; from < alike.length; from += TOGETHER) {
      const some = alike.slice(from, from + TOGETHER);
      const written = some.map(({ id, revision, columns }) => ({
        ...Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, asJson(value)])),
        id,
        revision,
      }));
      const { rows } = await sql<{ id: string }>`
        update ${table} t set ${sql.join([...sets, ...common])}
        from json_populate_recordset(null::${table}, ${JSON.stringify(written)}) n
        where t.id = n.id and t.revision = n.revision returning t.id`.execute(tx);
      if (rows.length < some.length)
        throw conflict(
          'Dòng này vừa được người khác sửa: hãy tải lại trang để thấy nội dung mới rồi sửa tiếp.',
        );
    }
  }
}

/** Changes apart by the columns that they write. */
function ofSameColumns(changes: readonly RowChange[]): RowChange[][] {
  const groups = new Map<string, RowChange[]>();
  for (const change of changes) {
    const names = Object.keys(change.columns).sort().join();
    const group = groups.get(names);
    if (group) group.push(change);
    else groups.set(names, [change]);
  }
  return [...groups.values()];
}

/** One of them; returns its new revision. */
export async function updateRow(
  tx: Tx,
  register: Register,
  { id, revision }: Pick<StoredRow, 'id' | 'revision'>,
  columns: Record<string, unknown>,
  by: { at: Date; by: string | null },
): Promise<number> {
  await updateRows(tx, register, [{ id, revision, columns }], by);
  return revision + 1;
}
