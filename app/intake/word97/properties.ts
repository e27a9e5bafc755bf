import type { TextPiece } from './piece-table.ts';
import { type Bytes, toBytes, type WordFile } from './word-file.ts';

/** Property changes by their code (sprm, MS-DOC 2.6), with the bytes of the operand. */
export type Properties = Map<number, Bytes>;

/** Characters `from`–`to` have these properties; `style` is set for paragraphs. */
export interface PropertyRun {
  from: number;
  to: number;
  properties: Properties;
  style: number;
}

/** Character property runs in document order (PlcfBteChpx, MS-DOC 2.8.5). */
export function readCharacterRuns(file: WordFile, pieces: TextPiece[]): PropertyRun[] {
  return readRuns(file, pieces, 12, (page, index, count) => {
    const offset = 2 * page.u8(4 * (count + 1) + index);
    if (offset === 0) return { properties: new Map(), style: 0 };
    return { properties: readProperties(page.slice(offset + 1, offset + 1 + page.u8(offset))), style: 0 };
  });
}

/** Paragraph property runs in document order (PlcfBtePapx, MS-DOC 2.8.6). */
export function readParagraphRuns(file: WordFile, pieces: TextPiece[]): PropertyRun[] {
  return readRuns(file, pieces, 13, (page, index, count) => {
    const offset = 2 * page.u8(4 * (count + 1) + 13 * index);
    if (offset === 0) return { properties: new Map(), style: 0 };
    const short = page.u8(offset);
    const [begin, size] = short === 0 ? [offset + 2, 2 * page.u8(offset + 1)] : [offset + 1, 2 * short - 1];
    const style = page.u16(begin);
    return { properties: readProperties(page.slice(begin + 2, begin + size)), style };
  });
}

type ReadEntry = (page: Bytes, index: number, count: number) => { properties: Properties; style: number };

function readRuns(
  file: WordFile,
  pieces: TextPiece[],
  structure: number,
  readEntry: ReadEntry,
): PropertyRun[] {
  const { at, length } = file.place(structure);
  const pages = Math.floor((length - 4) / 8);
  const runs: PropertyRun[] = [];
  for (let number = 0; number < pages; number += 1) {
    const sector = (file.table.u32(at + 4 * (pages + 1) + 4 * number) & 0x3fffff) * 512;
    const page = toBytes(file.main.slice(sector, sector + 512));
    const count = page.u8(511);
    for (let index = 0; index < count; index += 1) {
      const entry = readEntry(page, index, count);
      for (const [from, to] of toCharacters(page.u32(4 * index), page.u32(4 * index + 4), pieces))
        runs.push({ from, to, ...entry });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

/** Byte range of the main stream to the character ranges stored there. */
function toCharacters(begin: number, end: number, pieces: TextPiece[]): [number, number][] {
  return pieces.flatMap(({ from, to, place, width }): [number, number][] => {
    const first = Math.max(begin, place);
    const last = Math.min(end, place + (to - from) * width);
    if (first >= last) return [];
    return [[from + Math.floor((first - place) / width), from + Math.ceil((last - place) / width)]];
  });
}

/** Splits a list of property changes; the size of each operand is told by its code (MS-DOC 2.2.5.1). */
export function readProperties(bytes: Uint8Array): Properties {
  const list = toBytes(bytes);
  const properties: Properties = new Map();
  for (let at = 0; at + 2 < bytes.length + 1; ) {
    const code = list.u16(at);
    const kind = code >> 13;
    let begin = at + 2;
    let size = [1, 1, 2, 4, 2, 2, 0, 3][kind] ?? 0;
    if (kind === 6) {
      const isLong = code === 0xd608;
      size = isLong ? list.u16(begin) - 1 : list.u8(begin);
      begin += isLong ? 2 : 1;
    }
    if (size < 0) break;
    properties.set(code, toBytes(list.slice(begin, begin + size)));
    at = begin + size;
  }
  return properties;
}
