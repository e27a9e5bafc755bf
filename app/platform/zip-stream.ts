import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export type ZippedFile = { path: string; pieces: AsyncIterable<Buffer> | Iterable<Buffer> };

/** Sizes stand after the data, because they are not known before; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1/1/1980, the first day that the format knows: the same content makes the same file. */
const DAY = 0x0021;
/** Sheets shrink to a tenth already when least is done for it. */
const LEVEL = 1;

type Written = { path: Buffer; crc: number; packed: number; size: number; at: number };

/**
 * Files as a ZIP archive, written while they are read: compressed beside the thread of the program, no faster than the
 * reader takes it, with some 100 kB on the way. Each file and the whole below 4 GB.
 */
export async function* zipStream(
  files: AsyncIterable<ZippedFile> | Iterable<ZippedFile>,
): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for await (const { path, pieces } of files) {
    const file: Written = { path: Buffer.from(path), crc: 0, packed: 0, size: 0, at };
    const head = localHeader(file);
    yield head;
    for await (const chunk of deflated(file, pieces)) {
      file.packed += chunk.length;
      yield chunk;
    }
    const tail = descriptor(file);
    yield tail;
    at += head.length + file.packed + tail.length;
    written.push(file);
  }
  const directory = Buffer.concat(written.map(entry));
  yield Buffer.concat([directory, end(written.length, directory.length, at)]);
}

/** Counts what goes in. */
async function* deflated(file: Written, pieces: ZippedFile['pieces']): AsyncGenerator<Buffer> {
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
  for await (const chunk of deflate) yield chunk as Buffer;
  await going;
}

function localHeader({ path }: Written): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(DAY, 12);
  head.writeUInt16LE(path.length, 26);
  return Buffer.concat([head, path]);
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function entry({ path, crc, packed, size, at }: Written): Buffer {
  const one = Buffer.alloc(46);
  one.writeUInt32LE(0x02014b50, 0);
  one.writeUInt16LE(VERSION, 4);
  one.writeUInt16LE(VERSION, 6);
  one.writeUInt16LE(FLAGS, 8);
  one.writeUInt16LE(DEFLATED, 10);
  one.writeUInt16LE(DAY, 14);
  one.writeUInt32LE(crc, 16);
  one.writeUInt32LE(packed, 20);
  one.writeUInt32LE(size, 24);
  one.writeUInt16LE(path.length, 28);
  one.writeUInt32LE(at, 42);
  return Buffer.concat([one, path]);
}

function end(count: number, length: number, at: number): Buffer {
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(count, 8);
  last.writeUInt16LE(count, 10);
  last.writeUInt32LE(length, 12);
  last.writeUInt32LE(at, 16);
  return last;
}
