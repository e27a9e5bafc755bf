import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { columnOf, fromColumns, type Register } from '#libraries/register/index.ts';
import { getRow } from '../row.store.ts';
import { alikeKey, type KnownRow } from './plan-import.ts';

/** Whose the standing rows are, by what tells them apart. */
export async function standingKeys(tx: Tx, register: Register): Promise<Map<string, string>> {
  if (!register.alike.length) return new Map();
  const columns = register.alike.flatMap((name) =>
    register.fields[name]!.parts.map((part) => sql.ref(`t.${columnOf(name, part)}`)),
  );
  const { rows } = await sql<{ keeperName: string } & Record<string, unknown>>`
    select (select a.name from agency a where a.tenant_id = t.tenant_id and a.id = t.agency_id) as "keeperName", ${sql.join(columns)}
    from ${sql.table(register.table)} t where t.removed_at is null and t.merged_into is null`.execute(tx);
  return new Map(
    rows.map((row) => {
      const values = Object.fromEntries(
        register.alike.map((name) => [name, fromColumns(name, register.fields[name]!, row)]),
      );
      return [alikeKey(register, values), row.keeperName];
    }),
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The rows that a sheet names by their keys; those set aside or merged are not there. */
export async function rowsOfKeys(tx: Tx, register: Register, keys: readonly string[]): Promise<KnownRow[]> {
  const ids = [...new Set(keys)].filter((key) => UUID.test(key));
  if (!ids.length) return [];
  const { rows } = await sql<{ id: string }>`
    select t.id from ${sql.table(register.table)} t
    where t.id = any(${ids}::uuid[]) and t.removed_at is null and t.merged_into is null`.execute(tx);
  const known: KnownRow[] = [];
  for (const { id } of rows) {
    const row = await getRow(tx, register, id);
    known.push({ ...row, title: String(row.values[register.title]) });
  }
  return known;
}
