import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { s3FileStore } from '#app/platform/file-store/s3.ts';
import { diskFileStore } from '#app/platform/file-store.ts';
import { openS3Server } from '#test/s3-server.ts';
import { checkStore } from './check-store.ts';
import { copyStore } from './copy-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-move-'));
const server = await openS3Server();
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('files move from disk to S3: stopped half way, taken up again, broken ones named and left out', async () => {
  const disk = diskFileStore(join(folder, 'files'));
  const s3 = s3FileStore(server.settings, join(folder, 'spool'));
  const kept = [];
  for (let n = 0; n < 6; n += 1) kept.push(await disk.put(Readable.from([randomBytes(50_000 + n)])));
  const broken = kept[3]!.sha256;
  writeFileSync(join(folder, 'files', broken.slice(0, 2), broken), 'bị ghi đè');

  const put = s3.put;
  let sent = 0;
  s3.put = (content) => (++sent > 3 ? Promise.reject(new Error('the line was cut')) : put(content));
  await expect(copyStore(disk, s3)).rejects.toThrow('the line was cut');
  s3.put = put;
  const done = await copyStore(disk, s3);
  expect(done).toMatchObject({ broken: [broken] });
  expect(done.copied + done.already).toBe(5);
  expect(done.already).toBeGreaterThan(1);
  expect(await copyStore(disk, s3)).toMatchObject({ copied: 0, already: 5, broken: [broken] });

  const named = kept.map(({ sha256 }, n) => ({ id: String(n), sha256, name: `tệp ${n}.pdf` }));
  expect(await checkStore(s3, named, { deep: true })).toEqual([{ ...named[3], wrong: 'missing' }]);
  expect(await checkStore(disk, named, { deep: true })).toEqual([{ ...named[3], wrong: 'changed' }]);
  expect(await checkStore(disk, named, { deep: false })).toEqual([]);
  const back = diskFileStore(join(folder, 'back'));
  expect(await copyStore(s3, back)).toMatchObject({ broken: [] });
  const hash = createHash('sha256');
  for await (const chunk of back.read(kept[5]!.sha256)) hash.update(chunk);
  expect(hash.digest('hex')).toBe(kept[5]!.sha256);
});
