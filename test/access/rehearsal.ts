import { type Driver, Kysely, PostgresDialect, sql } from 'kysely';
import { type Database, openDatabase } from '#app/platform/database.ts';

/** What a connection answers a raw statement with; Kysely's own type of it is not exported for drivers. */
type Connection = Parameters<Driver['commitTransaction']>[0];

/**
 * The app's database in which every transaction runs to its end and is then taken back: a call is allowed or
 * refused as in earnest, constraints that wait for the commit are checked, and the rows stay for the next call.
 */
export function rehearsalDatabase(url: string): Database {
  return openDatabase(url, 'nhipcau_app', 12, (dialect) => ({
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => neverCommitting(dialect.createDriver()),
  }));
}

function neverCommitting(driver: Driver): Driver {
  const checkThenTakeBack = async (connection: Connection) => {
    await connection.executeQuery(
      sql`set constraints all immediate`.compile(new Kysely({ dialect: compilerOnly })),
    );
    await driver.rollbackTransaction(connection);
  };
  return new Proxy(driver, {
    get(target, key) {
      if (key === 'commitTransaction') return checkThenTakeBack;
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const compilerOnly = new PostgresDialect({ pool: async () => Promise.reject(new Error('never opened')) });
