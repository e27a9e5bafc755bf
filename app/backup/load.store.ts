import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { applyMigrations, listMigrations } from '#app/platform/migrate.ts';
import { Stop } from '#app/platform/stop.ts';
import type { Header, Manifest } from './manifest.ts';
import { columnList, connect, copyRows, listTables, plainText, quoted, type Table } from './tables.store.ts';

/** An empty database being filled in one transaction; nobody sees anything of it before `commit`. */
export type Loading = {
  /** Takes the rows of one table and province. */
  load: (table: string, parts: AsyncIterable<Buffer>) => Promise<void>;
  /** Hash and count of every table as it now lies here; names the first that differs from the manifest. */
  findDifference: (manifest: Manifest) => Promise<string | null>;
  /** Puts keys, triggers, fences and sequences back, brings the schema to this program's version, and commits. */
  commit: (manifest: Manifest) => Promise<void>;
  /** Takes everything back. */
  abandon: () => Promise<void>;
};

/**
 * Makes the schema of the archive's day in an empty database and lays its guards aside for the load.
 * @throws Stop when the archive is newer than the program or the database is not empty
 */
export async function openLoading(ownerUrl: string, header: Header): Promise<Loading> {
  const known = knownMigrations(header);
  const client = await connect(ownerUrl);
  try {
    await client.query('begin');
    await client.query(plainText);
    await requireEmpty(client);
    await client.query(dropEverything);
    await applyMigrations(client, known);
    const tables = await listTables(client);
    await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
    const guards = await layAside(client);
    return {
      load: async (name, parts) => {
        const table = find(tables, name);
        await pipeline(
          Readable.from(parts),
          client.query(copyFrom(`copy ${quoted(table.name)} (${columnList(table.columns)}) from stdin`)),
        );
      },
      findDifference: (manifest) => findDifference(client, tables, manifest),
      commit: async (manifest) => {
        for (const guard of guards) await client.query(guard);
        for (const { table, column, last } of manifest.sequences)
          await client.query('select setval(pg_get_serial_sequence($1, $2), $3)', [
            quoted(table),
            column,
            last,
          ]);
        await applyMigrations(client, listMigrations());
        await client.query('commit');
        await client.end();
      },
      abandon: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** @throws Stop when a migration of the archive is unknown to this program */
function knownMigrations(header: Header) {
  const ours = new Map(listMigrations().map((one) => [one.name, one]));
  return header.migrations.map(({ name, hash }) => {
    const one = ours.get(name);
    if (one?.hash !== hash)
      throw new Stop(
        `Bản sao lưu thuộc phiên bản mới hơn của chương trình (${name}): hãy cập nhật chương trình rồi làm lại.`,
      );
    return one;
  });
}

/** @throws Stop when there are provinces, or tables of another program */
async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ours: string | null; foreign: number }>(
    `select to_regclass('public.migration')::text as ours, (select count(*)::int from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as foreign`,
  );
  const { ours, foreign } = rows[0]!;
  if (!ours && foreign)
    throw new Stop('CSDL này đã có bảng của chương trình khác: hãy tạo một CSDL trống rồi khôi phục vào đó.');
  if (!ours) return;
  const filled = await client.query(
    "select 1 where to_regclass('public.tenant') is not null and exists (select from tenant)",
  );
  if (filled.rowCount)
    throw new Stop(
      'CSDL này đã có dữ liệu nên không khôi phục đè lên: hãy dùng CSDL trống hoặc thư mục dữ liệu trống (NHIPCAU_DATA).',
    );
}

/** Our own tables, routines and types of an empty database; extensions stay, for their owner may be another. */
const dropEverything = `do $$ declare one text; begin
  for one in select format('drop table if exists %s cascade', c.oid::regclass) from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') loop execute one; end loop;
  for one in select format('drop %s if exists %s cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'sequence' end, c.oid::regclass)
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm', 'S')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') loop execute one; end loop;
  for one in select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
    where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop execute one; end loop;
  for one in select format('drop type if exists %s cascade', t.oid::regtype) from pg_type t
    where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd')
    and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e') loop execute one; end loop;
end $$`;

/**
 * Foreign keys, the program's own triggers and the fence against the owner stand in the way of loading tables in
 * any order. They are taken off in this transaction only; returns the statements that put them back.
 */
async function layAside(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as off,
       format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as on
     from pg_constraint c where c.contype = 'f' and c.conparentid = 0 and c.connamespace = 'public'::regnamespace
     union all
     select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
       format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname)
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgenabled = 'O' and c.relnamespace = 'public'::regnamespace
     union all
     select format('alter table %s no force row level security', c.oid::regclass),
       format('alter table %s force row level security', c.oid::regclass)
     from pg_class c where c.relforcerowsecurity and c.relnamespace = 'public'::regnamespace`,
  );
  for (const { off } of rows) await client.query(off);
  return rows.map(({ on }) => on);
}

const find = (tables: Table[], name: string): Table => {
  const table = tables.find((one) => one.name === name);
  if (!table) throw new Error(`the archive has a table ${name} that its own migrations do not make`);
  return table;
};

async function findDifference(
  client: pg.Client,
  tables: Table[],
  { rows }: Manifest,
): Promise<string | null> {
  for (const one of rows) {
    const hash = createHash('sha256');
    for await (const chunk of copyRows(client, find(tables, one.table), one.tenant)) hash.update(chunk);
    if (hash.digest('hex') !== one.sha256) return one.table;
  }
  // A row that belongs to none of the provinces would have been missed above.
  for (const { name } of tables) {
    const { rows: counted } = await client.query<{ n: number }>(
      `select count(*)::int as n from ${quoted(name)}`,
    );
    const expected = rows.filter(({ table }) => table === name).reduce((sum, one) => sum + one.rows, 0);
    if (counted[0]?.n !== expected) return name;
  }
  return null;
}
