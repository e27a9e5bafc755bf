/** The text in NFC, and where each of its units stood in the text as given (null: at the same place). */
export interface Source {
  text: string;
  offsets: Uint32Array | null;
  /** Length of the text as given. */
  length: number;
}

const isMark = (code: number): boolean => code >= 0x0300 && code <= 0x036f;

/** After this: letters and their marks are one, and every unit knows its offset in the original. */
export function toNfc(text: string): Source {
  if (text.normalize('NFC') === text) return { text, offsets: null, length: text.length };
  const parts: string[] = [];
  const offsets = new Uint32Array(text.length + 1);
  let size = 0;
  let from = 0;
  const copy = (to: number): void => {
    if (to > from) parts.push(text.slice(from, to));
    for (let i = from; i < to; i++) offsets[size++] = i;
    from = to;
  };
  for (let i = 1; i < text.length; i++) {
    if (!isMark(text.charCodeAt(i))) continue;
    copy(Math.max(from, i - 1));
    let end = i + 1;
    while (end < text.length && isMark(text.charCodeAt(end)) && end - from < 8) end++;
    const composed = text.slice(from, end).normalize('NFC');
    const cluster = composed.length <= end - from ? composed : text.slice(from, end);
    parts.push(cluster);
    for (let k = 0; k < cluster.length; k++) offsets[size++] = from;
    from = end;
    i = end - 1;
  }
  copy(text.length);
  offsets[size] = text.length;
  return { text: parts.join(''), offsets: offsets.subarray(0, size + 1), length: text.length };
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
