import type { Readable } from 'node:stream';

export { diskFileStore } from './file-store/disk.ts';
export { missingFile } from './file-store/missing-file.ts';
export { measure as measureContent } from './file-store/spool.ts';

export type StoredFile = { sha256: string; size: number };
/** Bytes `from` to `to`, both included, counted from 0. */
export type ByteRange = { from: number; to: number };

/** Keeps bytes under the name of their sha256; the names people gave live in the database. */
export interface FileStore {
  /** Streams the content in; nothing is kept when the stream fails. The same content is kept once. */
  put(content: Readable): Promise<StoredFile>;
  /** The content, or a part of it. The stream fails with `missingFile()` when it is not kept here. */
  read(sha256: string, range?: ByteRange): Readable;
  has(sha256: string): Promise<boolean>;
  /** In bytes; null when it is not kept here. */
  size(sha256: string): Promise<number | null>;
  /** All that is kept, in no promised order. */
  list(): AsyncIterable<StoredFile>;
  /** Where this is, in words for an administrator. */
  readonly place: string;
}
