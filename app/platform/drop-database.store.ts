import type pg from 'pg';

/** Half a second each: longer than PostgreSQL's vacuum stays in a small database. */
const TRIES = 40;

/**
 * Drops a database with whoever is still connected to it. Its own vacuum may be at work in it, which only a superuser
 * may end; then it is tried again.
 * @param name as it stands in a statement, quoted where it has to be
 */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      await client.query(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === TRIES) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
}
