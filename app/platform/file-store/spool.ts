import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredFile } from '../file-store.ts';

/**
 * Writes a stream into a file of its own, flushed to disk, while its sha256 is computed; hands that to `keep` and
 * removes it afterwards, if it is still there. A stream that breaks leaves nothing.
 */
export async function spool(
  folder: string,
  content: Readable,
  keep: (path: string, file: StoredFile) => Promise<void>,
): Promise<StoredFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  try {
    await pipeline(
      content,
      async function* measured(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(path, { mode: 0o600, flush: true }),
    );
    const file = { sha256: hash.digest('hex'), size };
    await keep(path, file);
    return file;
  } finally {
    await rm(path, { force: true });
  }
}

/** The sha256 and length of a stream, read to its end. */
export async function measure(content: AsyncIterable<Buffer>): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}

/** A stream that is opened when it is first read; what `open` throws is the failure of the stream. */
export const openLater = (open: () => Promise<AsyncIterable<Buffer>>): Readable =>
  Readable.from(
    (async function* () {
      yield* await open();
    })(),
    { objectMode: false },
  );

export const fileStream = (path: string) => createReadStream(path, { highWaterMark: 256 * 1024 });
