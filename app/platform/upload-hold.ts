import { createReadStream } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * Temporary copies of files that nobody has judged yet, by the id of what waits for them. They are readable by
 * the program alone and stand apart from the stored files, so that no backup of those carries one away.
 */
export interface UploadHold {
  /** `passing`: it is stored elsewhere before anybody is told of it, so that a loss of power may take it. */
  put(id: string, content: Uint8Array | Readable, options?: { passing?: boolean }): Promise<void>;
  /** null when there is no copy. */
  read(id: string): Promise<Buffer | null>;
  /** Fails when there is no copy. */
  stream(id: string): Readable;
  destroy(id: string): Promise<void>;
  /** Ids of all copies, with the time at which each was put. */
  list(): Promise<{ id: string; at: Date }[]>;
}

export function diskUploadHold(folder: string): UploadHold {
  const pathOf = (id: string) => join(folder, id);
  return {
    async put(id, content, { passing = false } = {}) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      const unfinished = pathOf(`.${id}`);
      await writeFile(unfinished, content, { mode: 0o600, flush: !passing });
      await rename(unfinished, pathOf(id));
    },
    read: (id) => readFile(pathOf(id)).catch(absent(null)),
    stream: (id) => createReadStream(pathOf(id), { highWaterMark: 256 * 1024 }),
    async destroy(id) {
      await rm(pathOf(id), { force: true });
      await rm(pathOf(`.${id}`), { force: true });
    },
    async list() {
      const names = await readdir(folder).catch(absent<string[]>([]));
      // A copy that was being written when the program died counts as well: it has to be destroyed.
      return Promise.all(
        names.filter(isOfAnId).map(async (name) => {
          const found = await stat(pathOf(name)).catch(absent(null));
          return { id: name.replace(/^\./, ''), at: found?.mtime ?? new Date(0) };
        }),
      );
    },
  };
}

const isOfAnId = (name: string): boolean => /^\.?[\da-f-]{36}$/.test(name);

const absent =
  <T>(otherwise: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return otherwise;
    throw error;
  };
