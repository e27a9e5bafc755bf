import { createHash, type Hash } from 'node:crypto';
import { Stop } from '#app/platform/stop.ts';
import { damaged, type Entry, readArchive } from './archive-reader.ts';
import type { Keys } from './keys.ts';
import {
  countLines,
  FORMAT,
  fileEntry,
  type Header,
  headerShape,
  type Manifest,
  manifestShape,
  rowsEntry,
} from './manifest.ts';

export type Checked = { header: Header; manifest: Manifest };

type Sum = { hash: Hash; bytes: number; lines: number };

/**
 * Reads an archive from end to end and compares every count and hash with its manifest; touches nothing.
 * @throws Stop with one sentence
 */
export async function checkArchive(
  path: string,
  keys: Keys,
  report: (done: number) => void = () => {},
): Promise<Checked> {
  const sums = new Map<string, Sum>();
  let header: { value: Header; sha256: string } | undefined;
  let manifest: Manifest | undefined;
  let read = 0;
  for await (const entry of readArchive(path, keys)) {
    if (manifest) throw damaged();
    if (entry.name === 'header.json')
      header = { value: parseHeader(entry), sha256: createHash('sha256').update(entry.bytes).digest('hex') };
    else if (entry.name === 'manifest.json') manifest = parse(manifestShape, entry);
    else addTo(sums, entry);
    report(++read);
  }
  if (!header || manifest?.headerSha256 !== header.sha256) throw damaged();
  compare(sums, manifest);
  return { header: header.value, manifest };
}

function parseHeader(entry: Entry): Header {
  const header = parse(headerShape, entry);
  if (header.format > FORMAT)
    throw new Stop(
      'Bản sao lưu do phiên bản mới hơn của chương trình tạo ra: hãy cập nhật chương trình rồi làm lại.',
    );
  return header;
}

function parse<T>(shape: { parse: (value: unknown) => T }, { bytes }: Entry): T {
  try {
    return shape.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw damaged();
  }
}

function addTo(sums: Map<string, Sum>, { name, bytes }: Entry): void {
  const group = name.slice(0, name.lastIndexOf('/'));
  const sum = sums.get(group) ?? { hash: createHash('sha256'), bytes: 0, lines: 0 };
  sums.set(group, sum);
  sum.hash.update(bytes);
  sum.bytes += bytes.length;
  if (group.startsWith('rows/')) sum.lines += countLines(bytes);
}

/** @throws Stop when anything is missing, too much, or other than the manifest says */
function compare(sums: Map<string, Sum>, manifest: Manifest): void {
  const expected = [
    ...manifest.rows.map((one) => ({ group: rowsEntry(one.table, one.tenant), ...one, bytes: null })),
    ...manifest.files.map((one) => ({ group: fileEntry(one.sha256), ...one, rows: null, bytes: one.size })),
  ];
  for (const { group, sha256, rows, bytes } of expected) {
    const found = sums.get(group);
    sums.delete(group);
    const holds =
      found &&
      found.hash.digest('hex') === sha256 &&
      (rows === null || rows === found.lines) &&
      (bytes === null || bytes === found.bytes);
    if (!holds) throw damaged();
  }
  // A file that was damaged in the store went into the archive before that was seen.
  for (const sha256 of manifest.unusable) sums.delete(fileEntry(sha256));
  if (sums.size) throw damaged();
}
