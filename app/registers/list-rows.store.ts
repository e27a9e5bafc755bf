import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { type Register, rowReader } from '#libraries/register/index.ts';
import {
  foundAll,
  foundByWords,
  type ListQuery,
  narrowed,
  orderOf,
  stands,
  within,
} from './narrow-rows.store.ts';
import { columnsOf, namesOf, type Raw, type RowInList, titleOf } from './row.store.ts';

export type ListedRows = { rows: Omit<RowInList, 'agencyId' | 'stateOn'>[]; total: number; isMore: boolean };

/** Counted exactly as far as this; more is "hơn". */
export const COUNTED = 1000;

/**
 * One page of a list with how many there are, in one statement, after one that finds rows by their words. Names are looked up for the rows of the page only, not
 * for those before it. What is small is literal: a plan that is kept must know it.
 */
export async function listRows(
  tx: Tx,
  register: Register,
  query: ListQuery,
  { page, size }: { page: number; size: number },
): Promise<ListedRows> {
  const fields = listedFields(register);
  const table = sql.table(register.table);
  const asked = await foundByWords(tx, register, query);
  const [wanted, order] = [narrowed(asked), orderOf(register, query.sort)];
  const many = foundAll(asked);
  const counted =
    many === null
      ? sql`select count(*)::integer as many from (select from ${table} t where ${wanted} limit ${sql.lit(COUNTED + 1)}) few`
      : sql`select ${many}::integer as many`;
  const offset = page > 1 ? sql`offset ${(page - 1) * size}` : sql``;
  const { rows } = await sql<Raw>`
    select t.id, t.state, a.name as "agencyName", counted.many as "rowsCounted"${namesOf(register, fields)}${columnsOf(register, fields)}
    from (select * from ${table} t where ${wanted} order by ${order} limit ${sql.lit(size)} ${offset}) t
    join agency a on a.tenant_id = t.tenant_id and a.id = t.agency_id
    cross join (${counted}) counted
    order by ${order}`.execute(tx);
  return listedRows(register, rows);
}

/** A page as it came from the database. */
export function listedRows(register: Register, rows: readonly Raw[]): ListedRows {
  const read = rowReader(register, listedFields(register));
  const counted = (rows[0]?.rowsCounted as number | undefined) ?? 0;
  return {
    rows: rows.map((raw) => ({
      id: raw.id as string,
      state: raw.state as string | null,
      agencyName: raw.agencyName as string,
      values: read(raw),
      names: (raw.namesById as RowInList['names'] | undefined) ?? {},
    })),
    total: Math.min(counted, COUNTED),
    isMore: counted > COUNTED,
  };
}

const listedFields = (register: Register) => [...new Set([register.title, ...register.list])];

/** Rows that stand, of many registers, counted as far as `COUNTED`. */
export async function countRows(tx: Tx, register: Register, reach: ListQuery['reach']): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*)::integer as many from (
    select 1 from ${sql.table(register.table)} t where ${stands} and ${within(reach)} limit ${sql.lit(COUNTED + 1)}) few`.execute(
    tx,
  );
  return rows[0]!.many;
}

/** Rows set aside, the latest first. */
export async function listSetAside(tx: Tx, register: Register, reach: ListQuery['reach']) {
  const { rows } = await sql<{ subjectId: string; text: string; at: Date; by: string | null }>`
    select t.id as "subjectId", ${titleOf(register)} as text, t.removed_at as at, p.name as by
    from ${sql.table(register.table)} t left join person p on p.tenant_id = t.tenant_id and p.id = t.changed_by
    where t.removed_at is not null and ${within(reach)} order by t.removed_at desc limit 200`.execute(tx);
  return rows;
}
