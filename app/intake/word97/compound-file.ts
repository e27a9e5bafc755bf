import { IntakeRefusal } from '../intake-refusal.ts';

// MS-CFB: a file of sectors, chained through an allocation table; small streams share a mini stream.
const endOfChain = 0xfffffffe;
const noSector = 0xffffffff;

/** The named streams of a compound file; `find` gives null for a name it does not have. */
export interface CompoundFile {
  find: (name: string) => Uint8Array | null;
}

interface Entry {
  name: string;
  type: number;
  start: number;
  size: number;
}

/** Opens a compound file. Chains that loop or leave the file end the reading: @throws IntakeRefusal `damaged`. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < 1536) throw new IntakeRefusal('damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 1 << view.getUint16(0x1e, true);
  const miniSize = 1 << view.getUint16(0x20, true);
  if (sectorSize < 512 || sectorSize > 4096 || miniSize !== 64) throw new IntakeRefusal('damaged');
  const sector = (at: number) => bytes.subarray((at + 1) * sectorSize, (at + 2) * sectorSize);
  const table = readAllocation(view, sectorSize, sector);
  const read = (start: number) => concatenate(follow(start, table).map(sector));
  const entries = readDirectory(read(view.getUint32(0x30, true)));
  const root = entries.find(({ type }) => type === 5);
  if (!root) throw new IntakeRefusal('damaged');
  const cutoff = view.getUint32(0x38, true);
  const miniStream = read(root.start);
  const miniTable = toNumbers(read(view.getUint32(0x3c, true)));
  const readMini = (start: number) =>
    concatenate(
      follow(start, miniTable).map((at) => miniStream.subarray(at * miniSize, (at + 1) * miniSize)),
    );
  return {
    find: (name) => {
      const entry = entries.find((other) => other.type === 2 && other.name === name);
      if (!entry) return null;
      return (entry.size < cutoff ? readMini(entry.start) : read(entry.start)).subarray(0, entry.size);
    },
  };
}

function readAllocation(view: DataView, sectorSize: number, sector: (at: number) => Uint8Array): number[] {
  const places: number[] = [];
  for (let at = 0x4c; at < 0x200; at += 4) places.push(view.getUint32(at, true));
  const seen = new Set<number>();
  let next = view.getUint32(0x44, true);
  while (next < endOfChain && !seen.has(next)) {
    seen.add(next);
    const more = toNumbers(sector(next));
    next = more.pop() ?? endOfChain;
    places.push(...more.slice(0, sectorSize / 4 - 1));
  }
  return places.filter((place) => place < endOfChain).flatMap((place) => toNumbers(sector(place)));
}

function follow(start: number, table: number[]): number[] {
  const chain: number[] = [];
  for (let at = start; at < endOfChain && at !== noSector; at = table[at] ?? endOfChain) {
    if (chain.length > table.length) throw new IntakeRefusal('damaged');
    chain.push(at);
  }
  return chain;
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    entries.push({
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, length - 2))),
      type: bytes[at + 66]!,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

function toNumbers(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
}

function concatenate(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
