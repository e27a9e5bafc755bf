import type pg from 'pg';
import { Stop } from '#app/platform/stop.ts';
import type { Header, Manifest } from './manifest.ts';
import { connect, copyRows, enterTenant, listTables, plainText, quoted, type Table } from './tables.store.ts';

/** The database as it was at one moment, whatever is written meanwhile. */
export type Snapshot = {
  migrations: Header['migrations'];
  tenants: string[];
  tables: Table[];
  /** One reader at a time: all go over one connection. */
  rows: (table: Table, tenant: string | null) => Promise<AsyncIterable<Buffer>>;
  /** Names of stored files that rows of a table mention. */
  fileNames: (table: Table, tenant: string | null) => Promise<string[]>;
  sequences: () => Promise<Manifest['sequences']>;
  close: () => Promise<void>;
};

/** Opens one REPEATABLE READ transaction as the tables' owner. */
export async function openSnapshot(ownerUrl: string): Promise<Snapshot> {
  const client = await connect(ownerUrl);
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(plainText);
    const migrations = await client.query<{ name: string; hash: string }>(
      'select name, hash from migration order by name',
    );
    const tenants = await client.query<{ id: string }>('select id from tenant order by id');
    const tables = await listTables(client);
    const enter = async (tenant: string | null) => {
      if (tenant) await enterTenant(client, tenant);
    };
    return {
      migrations: migrations.rows,
      tenants: tenants.rows.map(({ id }) => id),
      tables,
      rows: async (table, tenant) => {
        await enter(tenant);
        return copyRows(client, table, tenant);
      },
      fileNames: async (table, tenant) => {
        await enter(tenant);
        return (await Promise.all(table.fileColumns.map((column) => namesIn(client, table, column)))).flat();
      },
      sequences: () => lastNumbers(client, tables),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function namesIn(client: pg.Client, table: Table, column: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct ${quoted(column)} as name from ${quoted(table.name)} where ${quoted(column)} ~ '^[0-9a-f]{64}$'`,
  );
  return rows.map(({ name }) => name);
}

/** Read after the snapshot began, so that none is behind its rows. */
async function lastNumbers(client: pg.Client, tables: Table[]): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ table: string; column: string; last: number | null }>(
    `select c.relname::text as table, a.attname::text as column, s.last_value as last
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_sequences s on format('%I.%I', s.schemaname, s.sequencename) = pg_get_serial_sequence(quote_ident(c.relname), a.attname)
     where a.attidentity <> '' and c.relname = any ($1) order by 1, 2`,
    [tables.map(({ name }) => name)],
  );
  return rows.flatMap(({ table, column, last }) => (last === null ? [] : [{ table, column, last }]));
}

const LOCK = 217_219;

/**
 * Does `work` while no other backup or drill of this database runs, in this program or beside it.
 * @throws Stop when one does
 */
export async function alone<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const client = await connect(ownerUrl);
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [LOCK]);
    if (!rows[0]?.free)
      throw new Stop('Đang có một lần sao lưu hoặc diễn tập khác chạy: chờ xong rồi làm lại.');
    return await work();
  } finally {
    await client.end();
  }
}
