import { createHash } from 'node:crypto';
import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileStore } from '#app/platform/file-store.ts';
import type { Installation } from '#app/platform/installation.ts';
import { Stop } from '#app/platform/stop.ts';
import { nameOfArchive } from './archive-name.ts';
import { type ArchiveWriter, createArchive, inParts } from './archive-writer.ts';
import { keysOf } from './keys.ts';
import {
  countLines,
  FORMAT,
  fileEntry,
  type Header,
  type Manifest,
  rowsEntry,
  type TableRows,
  totalsOf,
} from './manifest.ts';
import { openSnapshot, type Snapshot } from './snapshot.store.ts';

export type Step = 'rows' | 'files' | 'closing' | 'checking' | 'loading' | 'comparing';
export type Report = (step: Step, done: number, total: number) => void;

export type Archive = ReturnType<typeof totalsOf> & {
  name: string;
  place: string;
  size: number;
  sha256: string;
};

type Work = {
  installation: Installation;
  files: FileStore;
  now: Date;
  report: Report;
  signal?: AbortSignal;
};

/** Rows and files of one moment, in one archive in the folder of backups. A failure leaves nothing there. */
export async function makeArchive(work: Work): Promise<Archive> {
  const { folder } = work.installation.backup;
  const name = nameOfArchive(work.now);
  requireRoom(folder);
  const snapshot = await openSnapshot(work.installation.ownerUrl);
  try {
    const archive = await createArchive(join(folder, name), await keysOf(work.installation));
    try {
      const manifest = await fill(archive, snapshot, work);
      work.report('closing', 0, 0);
      const { size, sha256 } = await archive.close();
      return { name, place: folder, size, sha256, ...totalsOf(manifest) };
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  } finally {
    await snapshot.close();
  }
}

async function fill(archive: ArchiveWriter, snapshot: Snapshot, work: Work): Promise<Manifest> {
  const header: Header = {
    format: FORMAT,
    madeAt: work.now.toISOString(),
    migrations: snapshot.migrations,
    tenants: snapshot.tenants,
    sealKey: work.installation.sealKey,
  };
  const headerBytes = Buffer.from(JSON.stringify(header));
  await archive.add('header.json', headerBytes);
  const { rows, wanted } = await addRows(archive, snapshot, work);
  const sequences = await snapshot.sequences();
  // An open snapshot keeps the server from clearing away old rows: files may take much longer.
  await snapshot.close();
  const manifest: Manifest = {
    headerSha256: createHash('sha256').update(headerBytes).digest('hex'),
    rows,
    sequences,
    ...(await addFiles(archive, wanted, work)),
  };
  await archive.add('manifest.json', Buffer.from(JSON.stringify(manifest)));
  return manifest;
}

/** Every table, province by province; returns also which files the rows name. */
async function addRows(archive: ArchiveWriter, snapshot: Snapshot, { report, signal }: Work) {
  const rows: TableRows[] = [];
  /** true: a file that must be there; false: a name that may be something else's. */
  const wanted = new Map<string, boolean>();
  for (const [index, table] of snapshot.tables.entries()) {
    report('rows', index, snapshot.tables.length);
    for (const tenant of table.ofTenant ? snapshot.tenants : [null]) {
      signal?.throwIfAborted();
      const sum = await addStream(archive, rowsEntry(table.name, tenant), await snapshot.rows(table, tenant));
      rows.push({ table: table.name, tenant, columns: table.columns, rows: sum.lines, sha256: sum.sha256 });
      for (const name of await snapshot.fileNames(table, tenant))
        wanted.set(name, table.name === 'file' || wanted.get(name) === true);
    }
  }
  return { rows, wanted };
}

/** Files never change under their name, so they need no snapshot; one that was erased meanwhile is told of. */
async function addFiles(
  archive: ArchiveWriter,
  wanted: Map<string, boolean>,
  { files, report, signal }: Work,
) {
  const kept: Manifest['files'] = [];
  const unusable: string[] = [];
  let done = 0;
  for (const [sha256, isNeeded] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    report('files', done++, wanted.size);
    signal?.throwIfAborted();
    if (!(await files.has(sha256))) {
      if (isNeeded) unusable.push(sha256);
      continue;
    }
    const sum = await addStream(archive, fileEntry(sha256), files.read(sha256));
    if (sum.sha256 === sha256) kept.push({ sha256, size: sum.bytes });
    else unusable.push(sha256);
  }
  return { files: kept, unusable };
}

async function addStream(archive: ArchiveWriter, name: string, content: AsyncIterable<Buffer>) {
  const hash = createHash('sha256');
  const sum = { bytes: 0, lines: 0 };
  let part = 0;
  for await (const bytes of inParts(content)) {
    hash.update(bytes);
    sum.bytes += bytes.length;
    if (name.startsWith('rows/')) sum.lines += countLines(bytes);
    await archive.add(`${name}/${String(part++).padStart(6, '0')}`, bytes);
  }
  return { ...sum, sha256: hash.digest('hex') };
}

const LEAST_FREE_BYTES = 200 * 1024 * 1024;

/** @throws Stop when the folder cannot be made or its disk is full */
function requireRoom(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize >= LEAST_FREE_BYTES) return;
  } catch (error) {
    throw new Stop(
      `Không ghi được vào thư mục sao lưu ${folder} (${(error as NodeJS.ErrnoException).code}): kiểm tra ổ đĩa và quyền ghi, hoặc đổi NHIPCAU_BACKUP_FOLDER.`,
    );
  }
  throw new Stop(
    `Ổ đĩa của thư mục sao lưu ${folder} còn dưới 200 MB: giải phóng chỗ, hoặc đổi NHIPCAU_BACKUP_FOLDER.`,
  );
}
