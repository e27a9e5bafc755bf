import { IntakeRefusal } from '../intake-refusal.ts';
import type { WordFile } from './word-file.ts';

/** A stretch of text stored together: characters `from`–`to`, at byte `place` of the main stream. */
export interface TextPiece {
  from: number;
  to: number;
  place: number;
  /** Bytes a character: 1 is Windows-1252, 2 is UTF-16. */
  width: 1 | 2;
}

/** The piece table (MS-DOC 2.8.35, 2.9.38): where the characters are, in document order. */
export function readPieces(file: WordFile): TextPiece[] {
  const { at, length } = file.place(33);
  const { table } = file;
  let start = at;
  while (start < at + length && table.u8(start) === 1) start += 3 + table.u16(start + 1);
  if (table.u8(start) !== 2) throw new IntakeRefusal('damaged');
  const count = Math.floor((table.u32(start + 1) - 4) / 12);
  const positions = start + 5;
  const descriptors = positions + 4 * (count + 1);
  if (count < 1 || descriptors + 8 * count > table.length) throw new IntakeRefusal('damaged');
  return Array.from({ length: count }, (_, index): TextPiece => {
    const place = table.u32(descriptors + 8 * index + 2);
    const isNarrow = (place & 0x40000000) !== 0;
    const [from, to] = [table.u32(positions + 4 * index), table.u32(positions + 4 * index + 4)];
    return { from, to, place: isNarrow ? (place & 0x3fffffff) / 2 : place, width: isNarrow ? 1 : 2 };
  });
}

/** All characters of the file as one string: character n of the document is UTF-16 unit n. */
export function readCharacters(file: WordFile, pieces: TextPiece[]): string {
  const narrow = new TextDecoder('windows-1252');
  const wide = new TextDecoder('utf-16le', { ignoreBOM: true });
  return pieces
    .map(({ from, to, place, width }) => {
      const bytes = file.main.slice(place, place + (to - from) * width);
      const text = (width === 1 ? narrow : wide).decode(bytes);
      return text.slice(0, to - from).padEnd(Math.min(to - from, 1_000_000), ' ');
    })
    .join('');
}
