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

/** @throws Problem 409 when somebody else changed the row since `revision` was read */
export async function updateRow(
  tx: Tx,
  register: Register,
  { id, revision }: Pick<StoredRow, 'id' | 'revision'>,
  columns: Record<string, unknown>,
  { at, by }: { at: Date; by: string | null },
): Promise<number> {
  const sets = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const { rows } = await sql<{ revision: number }>`
    update ${sql.table(register.table)} set ${sql.join([...sets, sql`changed_at = ${at}`, sql`changed_by = ${by}`, sql`revision = revision + 1`])}
    where id = ${id} and revision = ${revision} returning revision`.execute(tx);
  if (!rows[0])
    throw conflict('Dòng này vừa được người khác sửa: hãy tải lại trang để thấy nội dung mới rồi sửa tiếp.');
  return rows[0].revision;
}
