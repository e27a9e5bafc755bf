import { sql } from 'kysely';
import { type Database, inTenant } from '#app/platform/database.ts';

type ColumnRow = { name: string; type: string };

/** What stands in a column that must hold something; checks and references are set aside. */
const madeUp: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: "'x'",
  varchar: "'x'",
  int2: '1',
  int4: '1',
  int8: '1',
  numeric: '1',
  float4: '1',
  float8: '1',
  bool: 'true',
  date: "'2026-01-01'",
  timestamptz: "'2026-01-01'",
  jsonb: "'{}'",
  bytea: "'\\x00'",
  daterange: "'[2026-01-01,)'",
};

/**
 * Puts a made-up row of the province into each table that has none, so that every fence has something behind it.
 * Drops the checks and references of this database: only for one that is thrown away.
 */
export async function fillEmptyTables(
  owner: Database,
  tenantId: string,
  tables: readonly string[],
): Promise<void> {
  await sql`
    do $$ declare one record; begin
      for one in select conrelid::regclass as name, conname from pg_constraint
        where contype in ('c', 'f') and connamespace = 'public'::regnamespace and conrelid <> 0 loop
        execute format('alter table %s drop constraint %I', one.name, one.conname);
      end loop;
    end $$`.execute(owner);
  for (const table of tables) {
    const { rows } = await inTenant(owner, tenantId, (tx) =>
      sql`select from ${sql.table(table)} limit 1`.execute(tx),
    );
    if (!rows.length) await insertMadeUp(owner, tenantId, table);
  }
}

async function insertMadeUp(owner: Database, tenantId: string, table: string): Promise<void> {
  const { rows: columns } = await sql<ColumnRow>`
    select column_name as name, udt_name as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name <> 'tenant_id'
      and is_nullable = 'NO' and column_default is null and is_identity = 'NO' and is_generated = 'NEVER'`.execute(
    owner,
  );
  const values = columns.map(({ type }) => sql.raw(type.startsWith('_') ? "'{}'" : (madeUp[type] ?? "''")));
  const names = columns.map(({ name }) => sql.ref(name));
  await inTenant(owner, tenantId, (tx) =>
    sql`
      insert into ${sql.table(table)} (${sql.join([sql.ref('tenant_id'), ...names])})
      values (${sql.join([sql`${tenantId}`, ...values])})`.execute(tx),
  );
}
