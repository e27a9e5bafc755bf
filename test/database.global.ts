import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#app/platform/embedded/server.ts';
import { migrate } from '#app/platform/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string;
  }
}

/** One real PostgreSQL for all tests of a run; each test file clones the migrated template (see `openTestHouse`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-test-'));
  chmodSync(folder, 0o755);
  const server = await startEmbedded(folder, ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']);
  await migrate(server.url);
  // A template may not be in use while it is cloned: everything else works on clones.
  const client = new pg.Client({ connectionString: server.url.replace(/nhipcau$/, 'postgres') });
  await client.connect();
  await client.query('alter database nhipcau rename to nhipcau_template');
  await client.end();
  project.provide('ownerUrl', server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
