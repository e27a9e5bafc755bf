import { type Properties, readProperties } from './properties.ts';
import type { WordFile } from './word-file.ts';

/** Properties a style gives to paragraphs and to characters, its bases included. */
export interface Style {
  paragraph: Properties;
  character: Properties;
}

export interface StyleSheet {
  /** The style of this number; an empty one when the file has none such. */
  get: (number: number) => Style;
  /** Number of the font where nothing says otherwise. */
  defaultFont: number;
}

interface RawStyle extends Style {
  base: number;
}

/** Reads the style sheet (STSH, MS-DOC 2.9.271). */
export function readStyleSheet(file: WordFile): StyleSheet {
  const { at, length } = file.place(1);
  const { table } = file;
  const headSize = table.u16(at);
  const count = table.u16(at + 2);
  const baseSize = table.u16(at + 4);
  const raw: (RawStyle | null)[] = [];
  let place = at + 2 + headSize;
  for (let number = 0; number < count && place < at + length; number += 1) {
    const size = table.u16(place);
    raw.push(size === 0 ? null : readStyle(file, place + 2, size, baseSize));
    place += 2 + size;
  }
  const resolve = (number: number, depth: number): Style => {
    const own = raw[number];
    if (!own || depth > 11) return { paragraph: new Map(), character: new Map() };
    if (own.base === 0xfff || own.base === number) return own;
    const base = resolve(own.base, depth + 1);
    return {
      paragraph: new Map([...base.paragraph, ...own.paragraph]),
      character: new Map([...base.character, ...own.character]),
    };
  };
  const known = new Map<number, Style>();
  const get = (number: number) => {
    const style = known.get(number) ?? resolve(number, 0);
    known.set(number, style);
    return style;
  };
  // ftcOther, the font of letters beyond ASCII.
  return { get, defaultFont: headSize >= 18 ? table.u16(at + 18) : 0 };
}

function readStyle(file: WordFile, at: number, size: number, baseSize: number): RawStyle {
  const { table } = file;
  const kind = table.u16(at + 2) & 0xf;
  const base = table.u16(at + 2) >> 4;
  const count = table.u16(at + 4) & 0xf;
  let place = at + baseSize;
  place += 2 + 2 * table.u16(place) + 2;
  const parts: Uint8Array[] = [];
  for (let index = 0; index < count && place < at + size; index += 1) {
    const length = table.u16(place);
    parts.push(table.slice(place + 2, place + 2 + length));
    place += 2 + length + (length % 2);
  }
  const none = new Uint8Array();
  const isParagraph = kind === 1;
  return {
    base,
    paragraph: isParagraph ? readProperties((parts[0] ?? none).subarray(2)) : new Map(),
    character: readProperties((isParagraph ? parts[1] : parts[0]) ?? none),
  };
}

/** Font names by their number (SttbfFfn, MS-DOC 2.9.286). */
export function readFontNames(file: WordFile): string[] {
  const { at, length } = file.place(15);
  const names: string[] = [];
  let place = at + 4;
  while (place < at + length && names.length < file.table.u16(at)) {
    const size = file.table.u8(place);
    const name = new TextDecoder('utf-16le').decode(file.table.slice(place + 40, place + 1 + size));
    names.push(name.split('\0')[0] ?? '');
    place += 1 + size;
  }
  return names;
}
