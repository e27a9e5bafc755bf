import { IntakeRefusal } from '../intake-refusal.ts';
import type { CompoundFile } from './compound-file.ts';

/** Little-endian numbers and slices of a stream; reading past the end gives 0 or less bytes, never an error. */
export interface Bytes {
  length: number;
  u8: (at: number) => number;
  u16: (at: number) => number;
  u32: (at: number) => number;
  slice: (from: number, to: number) => Uint8Array;
}

/** A Word 97–2003 file: its main stream, its table stream, and the places and counts of the file header. */
export interface WordFile {
  main: Bytes;
  table: Bytes;
  /** Structure number `index` of FibRgFcLcb97 (MS-DOC 2.5.6): where in the table stream, how many bytes. */
  place: (index: number) => { at: number; length: number };
  /** Characters of the parts, which follow one another (MS-DOC 2.5.4). */
  counts: {
    text: number;
    footnotes: number;
    headers: number;
    comments: number;
    endnotes: number;
    boxes: number;
  };
}

/**
 * Finds the parts of a Word file in its container.
 * @throws IntakeRefusal `wrong-type` for other compound files, `encrypted`, `damaged`.
 */
export function openWordFile(container: CompoundFile): WordFile {
  if (container.find('EncryptedPackage')) throw new IntakeRefusal('encrypted');
  const stream = container.find('WordDocument');
  if (!stream) throw new IntakeRefusal('wrong-type');
  const main = toBytes(stream);
  if (main.u16(0) !== 0xa5ec || main.length < 0x200) throw new IntakeRefusal('damaged');
  const flags = main.u16(0x0a);
  if (flags & 0x0100) throw new IntakeRefusal('encrypted');
  // Word 6 and 95 (nFib below 193) have no table stream and another layout.
  if (main.u16(2) < 0xc1) throw new IntakeRefusal('wrong-type');
  const table = container.find(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) throw new IntakeRefusal('damaged');
  return {
    main,
    table: toBytes(table),
    place: (index) => ({ at: main.u32(0x9a + 8 * index), length: main.u32(0x9e + 8 * index) }),
    counts: {
      text: main.u32(0x4c),
      footnotes: main.u32(0x50),
      headers: main.u32(0x54),
      comments: main.u32(0x5c),
      endnotes: main.u32(0x60),
      boxes: main.u32(0x64),
    },
  };
}

export function toBytes(bytes: Uint8Array): Bytes {
  const u8 = (at: number) => bytes[at] ?? 0;
  const u16 = (at: number) => u8(at) | (u8(at + 1) << 8);
  return {
    length: bytes.length,
    u8,
    u16,
    u32: (at) => u16(at) + u16(at + 2) * 0x10000,
    slice: (from, to) => bytes.subarray(from, Math.max(from, to)),
  };
}
