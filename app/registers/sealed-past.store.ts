import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { columnOf, type Register } from '#libraries/register/index.ts';
import { findRegister } from './find-register.ts';

/** Rows of a register whose sealed fields are past: in one of these states, set aside or merged since before a day. */
export type SealedPast = { register: string; states: readonly string[]; before: string };

/** Columns of a register that hold personal data. */
export const sealedColumns = (register: Register): string[] =>
  Object.entries(register.fields)
    .filter(([, { isSealed }]) => isSealed)
    .map(([name, { parts }]) => columnOf(name, parts[0]!));

type Found = { table: string; columns: string[]; where: RawBuilder<unknown> };

function found({ register: name, states, before }: SealedPast): Found | null {
  const register = findRegister(name);
  const columns = register ? sealedColumns(register) : [];
  if (!register || !columns.length) return null;
  const start = sql`(${before}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
  const holds = sql.join(
    columns.map((column) => sql`${sql.ref(column)} is not null`),
    sql` or `,
  );
  return {
    table: register.table,
    columns,
    where: sql`(${holds}) and ((state = any(${[...states]}::text[]) and state_on < ${before}::date)
      or removed_at < ${start} or (merged_into is not null and changed_at < ${start}))`,
  };
}

export async function countSealedPast(tx: Tx, past: SealedPast): Promise<number> {
  const one = found(past);
  if (!one) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.table(one.table)} where ${one.where}`.execute(tx);
  return rows[0]!.count;
}

/** Empties the sealed fields; the rows stay, because figures and links stand on them. Returns how many. */
export async function eraseSealedPast(tx: Tx, past: SealedPast): Promise<number> {
  const one = found(past);
  if (!one) return 0;
  const emptied = sql.join(one.columns.map((column) => sql`${sql.ref(column)} = null`));
  const { numAffectedRows } = await sql`
    update ${sql.table(one.table)} set ${emptied}, revision = revision + 1 where ${one.where}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
