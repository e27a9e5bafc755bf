import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { pack } from 'tar-stream';
import { encrypterFor, type Keys } from './keys.ts';

/** Entries are cut at this many bytes, so that neither writing nor reading ever holds more. */
export const PART = 1024 * 1024;

export type ArchiveWriter = {
  /** Adds an entry; resolves when there is room for the next. */
  add: (name: string, bytes: Buffer) => Promise<void>;
  /** Ends the archive, flushes it to the disk and gives it its name. */
  close: () => Promise<{ size: number; sha256: string }>;
  /** Leaves nothing behind. */
  abandon: () => Promise<void>;
};

/** Writes an archive under a temporary name beside its final one. */
export async function createArchive(path: string, keys: Keys): Promise<ArchiveWriter> {
  const unfinished = `${path}.unfinished`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const tar = pack();
  const sum = createHash('sha256');
  let size = 0;
  const written = writeAll();
  written.catch((error) => tar.destroy(error));

  async function writeAll(): Promise<void> {
    const squeezed = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
    const squeezing = pipeline(tar, squeezed);
    const sealed = await encrypterFor(keys).encrypt(Readable.toWeb(squeezed) as ReadableStream<Uint8Array>);
    const storing = pipeline(
      Readable.fromWeb(sealed as Parameters<typeof Readable.fromWeb>[0]),
      async function* measured(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          sum.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await Promise.all([squeezing, storing]);
  }

  return {
    add: (name, bytes) =>
      new Promise((done, fail) => {
        if (tar.destroyed) return written.then(() => fail(new Error('the archive is closed')), fail);
        tar.entry({ name, size: bytes.length, mode: 0o600 }, bytes, (error) =>
          error ? fail(error) : done(),
        );
      }),
    close: async () => {
      tar.finalize();
      await written;
      await rename(unfinished, path);
      await flushFolder(dirname(path));
      return { size, sha256: sum.digest('hex') };
    },
    abandon: async () => {
      tar.destroy();
      await written.catch(() => {});
      await rm(unfinished, { force: true });
    },
  };
}

/** The new name itself must survive a power cut. Windows cannot open a folder, and needs no such thing. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Cuts a stream into buffers of `PART` bytes; an empty stream gives one empty part. */
export async function* inParts(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  let given = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < PART) continue;
    yield Buffer.concat(waiting);
    given++;
    [waiting, length] = [[], 0];
  }
  if (length || !given) yield Buffer.concat(waiting);
}
