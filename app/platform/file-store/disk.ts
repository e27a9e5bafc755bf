import { mkdir, open, opendir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from '../file-store.ts';
import { missingFile } from './missing-file.ts';
import { openLater, spool } from './spool.ts';

const CHUNK = 256 * 1024;
const isHash = (name: string): boolean => /^[\da-f]{64}$/.test(name);

/** Files in a folder of this machine: `ab/abcd…`, flushed before they get their name. */
export function diskFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const size = (sha256: string) => stat(pathOf(sha256)).then((found) => found.size, absent(null));
  return {
    place: `thư mục ${folder}`,
    put: (content) =>
      spool(join(folder, 'incoming'), content, async (path, { sha256 }) => {
        await mkdir(dirname(pathOf(sha256)), { recursive: true, mode: 0o700 });
        await rename(path, pathOf(sha256));
      }),
    read: (sha256, range) =>
      openLater(async () => {
        const file = await open(pathOf(sha256)).catch(absent(null));
        if (!file) throw missingFile();
        return file.createReadStream({
          highWaterMark: CHUNK,
          ...(range ? { start: range.from, end: range.to } : {}),
        });
      }),
    has: async (sha256) => (await size(sha256)) !== null,
    size,
    async *list() {
      for await (const shelf of await opendir(folder).catch(absent([]))) {
        if (!/^[\da-f]{2}$/.test(shelf.name)) continue;
        for await (const { name } of await opendir(join(folder, shelf.name))) {
          const found = isHash(name) ? await size(name) : null;
          if (found !== null) yield { sha256: name, size: found };
        }
      }
    },
  };
}

const absent =
  <T>(otherwise: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return otherwise;
    throw error;
  };
