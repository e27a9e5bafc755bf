import type { FileStore } from '#app/platform/file-store.ts';

export type Copied = { copied: number; already: number; bytes: number; broken: string[] };

/**
 * Copies all files into another store. What is there already is not sent again, so that it can be stopped and run
 * once more. A file whose bytes are not what its name says is left out and named in `broken`; nothing is removed.
 */
export async function copyStore(
  from: FileStore,
  to: FileStore,
  tell: (done: Copied) => void = () => {},
): Promise<Copied> {
  const done: Copied = { copied: 0, already: 0, bytes: 0, broken: [] };
  for await (const { sha256, size } of from.list()) {
    if ((await to.size(sha256)) === size) done.already += 1;
    else {
      // The new store names what it got by its sha256: another name than before means that it was broken.
      const kept = await to.put(from.read(sha256));
      if (kept.sha256 !== sha256) done.broken.push(sha256);
      else {
        done.copied += 1;
        done.bytes += kept.size;
      }
    }
    tell(done);
  }
  return done;
}
