import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { columnOf, type Register, type Row, type Target } from '#libraries/register/index.ts';
import { registers } from './declared/all.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    register_link: {
      tenant_id: Filled<string>;
      register: string;
      row_id: string;
      field: string;
      target: string;
      target_id: string;
    };
  }
}

type Link = { register: string; row_id: string; field: string; target: string; target_id: string };

/** What rows point at; agencies and people are found by their own columns. */
const linked = (register: Register) =>
  Object.entries(register.fields).filter(
    ([, { refersTo }]) => refersTo !== null && refersTo !== 'agency' && refersTo !== 'person',
  );

const linksOf = (register: Register, id: string, row: Row): Link[] =>
  linked(register).flatMap(([name, field]) => {
    const value = row[name] ?? null;
    const ids = value === null ? [] : field.pointsAt(value);
    return ids.map((target_id) => ({
      register: register.name,
      row_id: id,
      field: name,
      target: field.refersTo!,
      target_id,
    }));
  });

/** Writes what rows point at anew, after the rows themselves were written. */
export async function putLinks(
  tx: Tx,
  register: Register,
  rows: readonly { id: string; row: Row }[],
): Promise<void> {
  if (!linked(register).length) return;
  await sql`delete from register_link where register = ${register.name}
    and row_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx);
  await insertLinks(tx, register, rows);
}

/** What new rows point at. */
export async function insertLinks(
  tx: Tx,
  register: Register,
  rows: readonly { id: string; row: Row }[],
): Promise<void> {
  const links = rows.flatMap(({ id, row }) => linksOf(register, id, row));
  for (let from = 0; from < links.length; from += 5000)
    await tx
      .insertInto('register_link')
      .values(links.slice(from, from + 5000))
      .execute();
}

export type FoundLink = { register: Register; id: string; title: string; agencyId: string; field: string };

/** Rows of all registers that point at something, the latest changed first. */
export async function listPointingAt(tx: Tx, target: Target, id: string): Promise<FoundLink[]> {
  const links = await tx
    .selectFrom('register_link')
    .select(['register', 'row_id as rowId', 'field'])
    .where('target', '=', target)
    .where('target_id', '=', id)
    .limit(500)
    .execute();
  const found: FoundLink[] = [];
  for (const register of registers) {
    const own = links.filter((link) => link.register === register.name);
    if (!own.length) continue;
    const { rows } = await sql<{ id: string; title: string; agencyId: string }>`
      select t.id, ${sql.ref(`t.${columnOf(register.title, { suffix: '' })}`)} as title, t.agency_id as "agencyId"
      from ${sql.table(register.table)} t where t.id = any(${own.map((link) => link.rowId)}::uuid[])
        and t.removed_at is null and t.merged_into is null order by t.changed_at desc`.execute(tx);
    for (const row of rows)
      for (const { field } of own.filter((link) => link.rowId === row.id))
        found.push({ register, ...row, field });
  }
  return found;
}
