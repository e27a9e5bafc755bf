import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

export type ZippedFile = { path: string; pieces: AsyncIterable<Buffer> | Iterable<Buffer> };

const DEFLATED = 8;
/** The first day that the format knows: the same content makes the same file. */
const mtime = new Date(1980, 0, 1);
/** Sheets shrink to a tenth already when least is done for it. */
const LEVEL = 1;

/**
 * Files as a ZIP archive, written while they are read: compressed beside the thread of the program, no faster than the
 * reader takes it, with some 100 kB on the way. Each file and the whole below 4 GB.
 */
export async function* zipStream(
  files: AsyncIterable<ZippedFile> | Iterable<ZippedFile>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for await (const { path, pieces } of files) {
    const file: ZipInputFile = { filename: path, size: 0, crc: 0, compression: DEFLATED, mtime };
    zip.add(file);
    for await (const chunk of deflated(file, pieces)) {
      file.ondata!(null, chunk, false);
      yield* ready.splice(0);
    }
    file.ondata!(null, new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}

/** Counts what goes in. */
async function* deflated(
  file: ZipInputFile,
  pieces: ZippedFile['pieces'],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 65_536 });
  const counted = async function* () {
    for await (const piece of pieces) {
      file.crc = crc32(piece, file.crc);
      file.size += piece.length;
      yield piece;
    }
  };
  // Objects, so that one piece waits and not as many as 16 kB allow; what goes wrong in it ends the loop below.
  const going = pipeline(Readable.from(counted(), { highWaterMark: 1 }), deflate);
  going.catch(() => {});
  for await (const chunk of deflate) yield chunk as Uint8Array<ArrayBuffer>;
  await going;
}
