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

/** Rows in one statement for each few hundred; all have the same columns. */
export async function insertRows(tx: Tx, register: Register, rows: readonly NewRow[]): Promise<void> {
  const own = [
    'id',
    'agency_id',
    'state',
    'state_on',
    'created_at',
    'created_by',
    'changed_at',
    'changed_by',
    'words',
  ];
  const columns = Object.keys(rows[0]?.columns ?? {});
  const names = sql.join([...own, ...columns].map((name) => sql.ref(name)));
  // PostgreSQL takes 65,535 values at most in one statement.
  const most = Math.floor(60_000 / (own.length + columns.length));
  for (let from = 0; from < rows.length; from += most) {
    const lines = rows.slice(from, from + most).map((row) => {
      const { id, agencyId, state, today, at, by, words } = row;
      const values = [
        id,
        agencyId,
        state,
        today,
        at,
        by,
        at,
        by,
        words,
        ...columns.map((name) => row.columns[name]),
      ];
      return sql`(${sql.join(values)})`;
    });
    await sql`insert into ${sql.table(register.table)} (${names}) values ${sql.join(lines)}`.execute(tx);
  }
}

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
