import { type ColumnType, type Dialect, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { prepareWhatComesAgain } from './prepared.ts';

// A DATE is a day in the life of an office, not an instant: keep it as 'YYYY-MM-DD'.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Every table of the program. Each store adds its own:
 * `declare module '#app/platform/database.ts' { interface Tables { duty: DutyTable } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: stores merge their tables into it.
export interface Tables {}

export type Database = Kysely<Tables>;
/** A transaction bound to one tenant: row-level security hides all other provinces. */
export type Tx = Transaction<Tables>;

/** A column the database fills when it is left out. */
export type Filled<T> = ColumnType<T, T | undefined, T>;
export type Json<T> = ColumnType<T, string, string>;

/**
 * Opens a database. `role` is taken on at connect: the app role owns nothing and is bound by row-level security.
 * `max`: connections that write, and as many again that read. `dress` changes how those that write work.
 */
export function openDatabase(
  url: string,
  role?: string,
  max = 10,
  dress: (dialect: Dialect) => Dialect = (dialect) => dialect,
): Database {
  const options = role ? [`-c role=${role}`] : [];
  const writers = openPool(url, max, options);
  // These can write nothing, whoever asks.
  const readers = openPool(url, max, [...options, '-c default_transaction_read_only=on']);
  const pool = {
    connect: () => writers.connect(),
    end: async () => void (await Promise.all([writers.end(), readers.end()])),
    options: writers.options,
  };
  const db = new Kysely<Tables>({ dialect: dress(new PostgresDialect({ pool })) });
  pools.set(db, { writers, readers, ofTenant: new Map(), written: new Map() });
  return db;
}

type Pools = {
  writers: pg.Pool;
  readers: pg.Pool;
  ofTenant: Map<string, Database>;
  written: Map<string, number>;
};
const pools = new WeakMap<Database, Pools>();

/** What is asked for often is in memory: an index is worth its while sooner than PostgreSQL believes by itself. */
export const PLANNING = '-c random_page_cost=1.1';

function openPool(url: string, max: number, options: string[]): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'nhipcau',
    options: [PLANNING, ...options].join(' '),
  });
  // An idle client whose server went away is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', prepareWhatComesAgain);
  return pool;
}

/** The connections behind a database that can write, to be counted and listened on. */
export const poolOf = (db: Database): pg.Pool | undefined => pools.get(db)?.writers;

/** Provinces whose readers are kept made; a cookie may name any province, so there may not be one for each name. */
const MOST_TENANTS = 100;

/**
 * Statements that read the rows of `tenantId` and can write nothing, each by itself and in one round trip: no
 * transaction is opened, because PostgreSQL shows each statement what is committed when it begins, in one or not.
 */
export function reading(db: Database, tenantId: string): Tx {
  const { readers, ofTenant } = pools.get(db)!;
  const known = ofTenant.get(tenantId);
  if (known) return known as Tx;
  if (ofTenant.size >= MOST_TENANTS) ofTenant.clear();
  const pool = { connect: () => connectTo(readers, tenantId), end: async () => {}, options: readers.options };
  const made = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  ofTenant.set(tenantId, made);
  return made as Tx;
}

const fencedTo = new WeakMap<object, string>();

/** A reading connection stays fenced to the province it served last: nobody gets one but through here. */
async function connectTo(readers: pg.Pool, tenantId: string): Promise<pg.PoolClient> {
  const client = await readers.connect();
  if (fencedTo.get(client) === tenantId) return client;
  try {
    fencedTo.delete(client);
    await client.query("select set_config('app.tenant', $1, false)", [tenantId]);
    fencedTo.set(client, tenantId);
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Runs a piece of a transaction that may fail alone: what it wrote is taken back, the rest stands. */
export async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint piece`.execute(tx);
  try {
    const made = await work();
    await sql`release savepoint piece`.execute(tx);
    return made;
  } catch (error) {
    await sql`rollback to savepoint piece`.execute(tx);
    throw error;
  }
}

/** Runs `work` in one transaction that sees and writes only the rows of `tenantId`. */
export async function inTenant<T>(db: Database, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const made = await fenced(db, 'begin', tenantId, work);
  pools.get(db)?.written.set(tenantId, timesWritten(db, tenantId) + 1);
  return made;
}

/**
 * How often this program has written in a province since it started. What was read while the number stays the same,
 * none of its own transactions has changed.
 */
export const timesWritten = (db: Database, tenantId: string): number =>
  pools.get(db)?.written.get(tenantId) ?? 0;

/** The same for what only reads, in several statements: all of them see what was committed when the first began. */
export function inSnapshot<T>(db: Database, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return fenced(db, 'begin isolation level repeatable read read only', tenantId, work);
}

/** Begun and fenced to the province in one round trip. */
function fenced<T>(db: Database, begin: string, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    const tx = connection as Tx;
    await sql`${sql.raw(begin)}; set local app.tenant = ${sql.lit(tenantId)}`.execute(tx);
    try {
      const made = await work(tx);
      await sql`commit`.execute(tx);
      return made;
    } catch (error) {
      // A connection that was lost cannot take back either; PostgreSQL has done so by itself.
      await sql`rollback`.execute(tx).catch(() => {});
      throw error;
    }
  });
}
