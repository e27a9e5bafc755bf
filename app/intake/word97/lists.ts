import type { ListDefinition, ListLevel } from '../lists/list.ts';
import type { WordFile } from './word-file.ts';

// MS-OSHARED 2.2.1.3 MSONFC, as far as Vietnamese documents use it.
const formats: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

/** Automatic lists by the number paragraphs refer to (PlfLst and PlfLfo, MS-DOC 2.9.131 and 2.9.191). */
export function readLists(file: WordFile): Map<number, ListDefinition> {
  const abstracts = readAbstractLists(file);
  const lists = new Map<number, ListDefinition>();
  const { at, length } = file.place(74);
  const { table } = file;
  if (length < 4) return lists;
  const count = Math.min(table.u32(at), 5000);
  let data = at + 4 + 16 * count;
  for (let index = 0; index < count; index += 1) {
    const place = at + 4 + 16 * index;
    const id = String(table.u32(place));
    const levels = new Map(abstracts.get(id));
    const startOverrides = new Map<number, number>();
    data += 4;
    for (let over = 0; over < table.u8(place + 12) && data < at + length; over += 1) {
      const flags = table.u8(data + 4);
      const level = flags & 0xf;
      if (flags & 0x10) startOverrides.set(level, table.u32(data));
      data += 8;
      if (flags & 0x20) {
        const read = readLevel(file, data);
        levels.set(level, read.level);
        data = read.end;
      }
    }
    lists.set(index + 1, { counters: id, levels, startOverrides });
  }
  return lists;
}

function readAbstractLists(file: WordFile): Map<string, Map<number, ListLevel>> {
  const { at, length } = file.place(73);
  const { table } = file;
  const abstracts = new Map<string, Map<number, ListLevel>>();
  if (length < 2) return abstracts;
  const count = table.u16(at);
  // The levels follow the list of lists, beyond the stated length.
  let place = at + 2 + 28 * count;
  for (let index = 0; index < count; index += 1) {
    const head = at + 2 + 28 * index;
    const levels = new Map<number, ListLevel>();
    const levelCount = table.u8(head + 26) & 1 ? 1 : 9;
    for (let level = 0; level < levelCount && place < table.length; level += 1) {
      const read = readLevel(file, place);
      levels.set(level, read.level);
      place = read.end;
    }
    abstracts.set(String(table.u32(head)), levels);
  }
  return abstracts;
}

function readLevel(file: WordFile, at: number): { level: ListLevel; end: number } {
  const { table } = file;
  const flags = table.u8(at + 5);
  const text = at + 28 + table.u8(at + 24) + table.u8(at + 25);
  const letters = table.u16(text);
  const label = new TextDecoder('utf-16le').decode(table.slice(text + 2, text + 2 + 2 * letters));
  return {
    level: {
      start: table.u32(at),
      format: formats[table.u8(at + 4)] ?? 'decimal',
      label: label.replace(/[\0-\x08]/g, (place) => `%${place.charCodeAt(0) + 1}`),
      restartAfter: flags & 0x08 ? table.u8(at + 26) : null,
      allDecimal: (flags & 0x04) !== 0,
      style: null,
    },
    end: text + 2 + 2 * letters,
  };
}
