import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { notCarried } from './manifest.ts';

export type Table = {
  name: string;
  /** Those that are stored; generated ones make themselves. */
  columns: string[];
  /** A province's rows are read apart from another's. */
  ofTenant: boolean;
  /** SQL of the order in which rows are written: the same content gives the same text on every server. */
  order: string;
  /** Columns that name a stored file: `sha256` of the table `file`, and `…_sha256` anywhere. */
  fileColumns: string[];
};

export const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, application_name: 'nhipcau-backup' });
  // A connection that breaks fails the query in hand; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
};

/** Text of values must not depend on how a server or an account is set up. */
export const plainText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local synchronize_seqscans = off;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** Every table whose rows an archive carries, by name. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname::text as name,
       array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
       bool_or(a.attname = 'tenant_id') as "ofTenant",
       coalesce((
         select string_agg(quote_ident(k.attname) || case when k.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by x.place)
         from pg_index i cross join unnest(i.indkey) with ordinality as x(attnum, place)
         join pg_attribute k on k.attrelid = c.oid and k.attnum = x.attnum
         where i.indrelid = c.oid and i.indisprimary), c.relname || '::text collate "C"') as "order",
       coalesce(array_agg(a.attname::text) filter (where a.atttypid = 'text'::regtype
         and (a.attname like '%\\_sha256' or a.attname = 'sha256' and c.relname = 'file')), '{}') as "fileColumns"
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> all ($1)
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     group by c.oid, c.relname order by c.relname`,
    [notCarried],
  );
  return rows;
}

export const quoted = (name: string): string => pg.escapeIdentifier(name);
export const columnList = (columns: readonly string[]): string => columns.map(quoted).join(', ');

/** The rows of a table, of one province or (null) of the installation, as COPY text. */
export function copyRows(client: pg.Client, table: Table, tenant: string | null): AsyncIterable<Buffer> {
  const fence = tenant ? `where tenant_id = ${pg.escapeLiteral(tenant)}` : '';
  return client.query(
    copyTo(
      `copy (select ${columnList(table.columns)} from ${quoted(table.name)} ${fence} order by ${table.order}) to stdout`,
    ),
  ) as AsyncIterable<Buffer>;
}

/** Row-level security binds the owner too: from here on this transaction reads this province. */
export const enterTenant = async (client: pg.Client, tenant: string): Promise<void> => {
  await client.query("select set_config('app.tenant', $1, true)", [tenant]);
};
