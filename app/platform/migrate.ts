import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Stop } from './stop.ts';

const folder = join(import.meta.dirname, '../../db/migrations');
const LOCK = 217_217;

export type Migration = { name: string; sql: string; hash: string };

/** The migrations in order; frozen once merged, so each is known by its hash. */
export function listMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings the database to this program's version, each step in its own transaction, one program at a time.
 * Returns the names applied now.
 * @throws Stop when the server is older than 15 or the database was made by a newer program
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await requireVersion(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, listMigrations());
  } finally {
    await client.end();
  }
}

/** @throws Stop when the database is not exactly of this program's version; changes nothing */
export async function requireMigrated(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
    const found = rows.map(({ name, hash }) => `${name} ${hash}`).sort();
    const ours = listMigrations().map(({ name, hash }) => `${name} ${hash}`);
    if (found.join('\n') !== ours.join('\n'))
      throw new Stop(
        'Chương trình đang chạy là phiên bản khác: khởi động lại nó bằng phiên bản này rồi làm lại.',
      );
  } finally {
    await client.end();
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ v: string }>("select current_setting('server_version_num') as v");
  checkServerVersion(Number(rows[0]?.v));
}

/** `number` is server_version_num, e.g. 150004. @throws Stop when it is older than PostgreSQL 15 */
export function checkServerVersion(number: number): void {
  const version = Math.floor(number / 10_000);
  if (version < 15)
    throw new Stop(`PostgreSQL ${version} quá cũ: cần bản 15 trở lên, hãy nâng cấp máy chủ CSDL.`);
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(makeTable);
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
  const known = new Map(migrations.map((m) => [m.name, m.hash]));
  for (const row of rows) {
    if (!known.has(row.name))
      throw new Stop(
        `Dữ liệu thuộc phiên bản mới hơn của chương trình (${row.name}): hãy cập nhật chương trình; dữ liệu được giữ nguyên.`,
      );
    if (known.get(row.name) !== row.hash)
      throw new Error(
        `migration ${row.name} was edited after it was applied: restore the file and write a new one`,
      );
  }
  const done = new Set(rows.map((row) => row.name));
  const missing = migrations.filter((m) => !done.has(m.name));
  for (const m of missing) await applyOne(client, m);
  return missing.map((m) => m.name);
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await apply(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function apply(client: pg.Client, { name, sql, hash }: Migration): Promise<void> {
  try {
    await client.query(sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
  } catch (error) {
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error });
  }
}

/** Applies those of `migrations` that are missing, inside the caller's transaction. */
export async function applyMigrations(client: pg.Client, migrations: Migration[]): Promise<void> {
  await client.query(makeTable);
  const { rows } = await client.query<{ name: string }>('select name from migration');
  const done = new Set(rows.map((row) => row.name));
  for (const migration of migrations) if (!done.has(migration.name)) await apply(client, migration);
}

const makeTable =
  'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())';
