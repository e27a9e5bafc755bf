/** The text in NFC, and where each of its units stood in the text as given (null: at the same place). */
export interface Source {
  text: string;
  offsets: Uint32Array | null;
  /** Length of the text as given. */
  length: number;
}

const isMark = (code: number): boolean => code >= 0x0300 && code <= 0x036f;

/** After this: NFC, and every unit knows its offset in the original. */
export function toNfc(text: string): Source {
  if (text.normalize('NFC') === text) return { text, offsets: null, length: text.length };
  const parts: string[] = [];
  const offsets = new Uint32Array(text.length * 2 + 1);
  let size = 0;
  for (let begin = 0; begin < text.length; ) {
    let end = begin + 1;
    while (end < text.length && isMark(text.charCodeAt(end)) && end - begin < 8) end++;
    const cluster = end - begin === 1 ? text[begin]! : text.slice(begin, end).normalize('NFC');
    for (let i = 0; i < cluster.length; i++) offsets[size++] = begin;
    parts.push(cluster);
    begin = end;
  }
  offsets[size] = text.length;
  return { text: parts.join(''), offsets: offsets.slice(0, size + 1), length: text.length };
}

/** Offset in the text as given. */
export function originalOffset(source: Source, offset: number): number {
  return source.offsets ? source.offsets[Math.min(offset, source.offsets.length - 1)]! : offset;
}

/** A span in the text as given. */
export function originalSpan(source: Source, [begin, end]: readonly [number, number]): [number, number] {
  return source.offsets === null
    ? [begin, end]
    : [originalOffset(source, begin), originalOffset(source, end)];
}
