import { type ColumnType, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';

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

/** Opens a pool. `role` is taken on at connect: the app role owns nothing and is bound by row-level security. */
export function openDatabase(url: string, role?: string, max = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'nhipcau',
    ...(role ? { options: `-c role=${role}` } : {}),
  });
  // An idle client whose server went away is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  pools.set(db, pool);
  return db;
}

const pools = new WeakMap<Database, pg.Pool>();

/** The connections behind a database, to be counted. */
export const poolOf = (db: Database): pg.Pool | undefined => pools.get(db);

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
export function inTenant<T>(db: Database, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.tenant', ${tenantId}, true)`.execute(tx);
    return work(tx);
  });
}
