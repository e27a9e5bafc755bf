import pg from 'pg';
import { inject } from 'vitest';
import { dropDatabase } from '#app/platform/drop-database.store.ts';

/** The address of a database of this name on the server of the tests. */
export function databaseUrl(name: string): string {
  return inject('ownerUrl').replace(/nhipcau$/, name);
}

/** Makes a database of the test's own: empty, or with the program's tables. */
export async function makeTestDatabase(
  name: string,
  template: 'template0' | 'nhipcau_template',
): Promise<void> {
  await maintain((client) => client.query(`create database ${name} template ${template}`));
}

export async function dropTestDatabase(name: string): Promise<void> {
  await maintain((client) => dropDatabase(client, name));
}

async function maintain(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
