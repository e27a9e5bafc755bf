import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { databaseFolder, databaseUser } from './database-user.ts';
import { startEmbedded } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-private-'));
chmodSync(folder, 0o700);
const place = databaseFolder(folder, databaseUser());
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (!place.startsWith(folder)) rmSync(dirname(place), { recursive: true, force: true });
});

test('a data folder that only its owner may enter works, also for root', async () => {
  const server = await startEmbedded(folder, ['fsync=off']);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query(
    'select current_user as who, (select rolsuper from pg_roles where rolname = current_user) as super',
  );
  expect(rows[0]).toEqual({ who: 'nhipcau_owner', super: false });
  await client.end();
  await server.stop();
  expect(existsSync(join(place, 'postmaster.pid'))).toBe(false);
  expect(place.startsWith(folder)).toBe(process.getuid?.() !== 0);
});
