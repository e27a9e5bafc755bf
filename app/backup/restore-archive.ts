import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileStore } from '#app/platform/file-store.ts';
import { Stop } from '#app/platform/stop.ts';
import { damaged, type Entry, readArchive } from './archive-reader.ts';
import { type Checked, checkArchive } from './check-archive.ts';
import type { Keys } from './keys.ts';
import { type Loading, openLoading } from './load.store.ts';
import type { Report } from './make-archive.ts';

type Restore = {
  path: string;
  keys: Keys;
  /** Opens the database, only once the archive is known to be whole. */
  ownerUrl: () => Promise<string> | string;
  /** Keeps a file's bytes and tells their hash. */
  keep: Pick<FileStore, 'put'>['put'];
  /** The last thing before the rows become visible; what it does must be harmless when they do not. */
  beforeCommit?: (checked: Checked) => void;
  report: Report;
};

/**
 * Fills an empty database from an archive and keeps its files. All is checked before anything is touched, and the
 * rows as they then lie in the database are compared once more before they are committed.
 * @throws Stop with one sentence; the database is then as it was
 */
export async function restoreArchive(restore: Restore): Promise<Checked> {
  const { path, keys, report } = restore;
  const checked = await checkArchive(path, keys, (done) => report('checking', done, 0));
  const loading = await openLoading(await restore.ownerUrl(), checked.header);
  try {
    await pour(loading, checked, restore);
    report('comparing', 0, 0);
    const other = await loading.findDifference(checked.manifest);
    if (other)
      throw new Stop(
        `Bảng ${other} sau khi nạp khác với bản sao lưu: không khôi phục gì, hãy báo người phát triển.`,
      );
    restore.beforeCommit?.(checked);
    await loading.commit(checked.manifest);
  } catch (error) {
    await loading.abandon();
    throw error;
  }
  return checked;
}

async function pour(loading: Loading, { manifest }: Checked, { path, keys, keep, report }: Restore) {
  const unusable = new Set(manifest.unusable);
  const groups = manifest.rows.length + manifest.files.length;
  let done = 0;
  for await (const { name, parts } of inGroups(readArchive(path, keys))) {
    const [kind, of = ''] = name.split('/');
    if (kind === 'rows') await loading.load(of, parts);
    else if (kind === 'files' && !unusable.has(of)) {
      const { sha256 } = await keep(Readable.from(parts));
      if (sha256 !== of) throw damaged();
    } else for await (const _ of parts);
    report('loading', done++, groups);
  }
}

/** Entries that are parts of one thing, as one stream. Each group must be read to its end before the next. */
async function* inGroups(
  entries: AsyncGenerator<Entry>,
): AsyncGenerator<{ name: string; parts: AsyncGenerator<Buffer> }> {
  const groupOf = ({ name }: Entry) => (name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : name);
  let next = await entries.next();
  while (!next.done) {
    const name = groupOf(next.value);
    async function* parts() {
      while (!next.done && groupOf(next.value) === name) {
        if (next.value.bytes.length) yield next.value.bytes;
        next = await entries.next();
      }
    }
    yield { name, parts: parts() };
  }
}

/** Takes files without keeping them: a drill checks that they could be put back. */
export async function weigh(content: Readable): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}
