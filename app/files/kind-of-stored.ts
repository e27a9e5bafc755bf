import { buffer } from 'node:stream/consumers';
import type { House } from '#app/platform/house.ts';
import { type FileKind, HEAD, kindOfBytes } from './file-kind.ts';

/** What a stored file is, by its bytes: what was noted of older files came from the sender's browser. */
export async function kindOfStored(house: House, sha256: string, size: number): Promise<FileKind> {
  const part = (from: number, to: number) => buffer(house.files.read(sha256, { from, to }));
  if (!size) return 'empty';
  const head = await part(0, Math.min(HEAD, size) - 1);
  // Only a zip file has to be looked at from behind as well.
  const tail =
    head.subarray(0, 2).toString('latin1') === 'PK' ? await part(Math.max(0, size - HEAD), size - 1) : head;
  return kindOfBytes(head, tail);
}
