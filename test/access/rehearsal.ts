import { type Driver, Kysely, PostgresDialect, sql } from 'kysely';
import { type Database, openDatabase } from '#app/platform/database.ts';

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
  const acquireConnection = async () => {
    const connection = await driver.acquireConnection();
    if (!dressed.has(connection)) takeBackWhatIsCommitted(connection);
    return connection;
  };
  return new Proxy(driver, {
    get(target, key) {
      if (key === 'acquireConnection') return acquireConnection;
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

type Connection = Awaited<ReturnType<Driver['acquireConnection']>>;
const dressed = new WeakSet<Connection>();

function takeBackWhatIsCommitted(connection: Connection): void {
  const run = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query) => {
    if (query.sql !== 'commit') return run(query);
    await run(raw('set constraints all immediate'));
    return run(raw('rollback'));
  };
  dressed.add(connection);
}

const compiler = new Kysely<unknown>({
  dialect: new PostgresDialect({ pool: async () => Promise.reject(new Error('never opened')) }),
});
const raw = (text: string) => sql.raw<never>(text).compile(compiler);
