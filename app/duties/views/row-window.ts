/** Lines [from, to). */
export type Lines = { from: number; to: number };

export const none: Lines = { from: 0, to: 0 };

/** Lines kept on the page above and below those in sight. */
const BEYOND = 8;
/** Lines put on the page in one frame: more would hold it up. */
export const AT_ONCE = 8;

/** Lines that belong on the page when the list has moved `top` pixels and shows `height` of lines of `row` pixels. */
export function wantedAt({
  top,
  height,
  row,
  count,
}: {
  top: number;
  height: number;
  row: number;
  count: number;
}) {
  const first = Math.min(Math.floor(top / row), Math.max(0, count - 1));
  const last = Math.ceil((top + height) / row);
  return { first, wanted: { from: Math.max(0, first - BEYOND), to: Math.min(count, last + BEYOND) } };
}

/**
 * The lines on the page in the next frame: those wanted that are there stay, and at most `AT_ONCE` come to them, below
 * first. Where none can stay, it begins with the first in sight. Only lines that are known (`isKnown`) come.
 */
export function nextLines(
  there: Lines,
  { first, wanted }: ReturnType<typeof wantedAt>,
  isKnown: (line: number) => boolean,
): Lines {
  const kept = { from: Math.max(there.from, wanted.from), to: Math.min(there.to, wanted.to) };
  const begin = kept.from < kept.to ? kept : startOf(first, wanted, isKnown);
  let [{ from, to }, left] = [begin, AT_ONCE];
  for (; left && to < wanted.to && isKnown(to); left--) to++;
  for (; left && from > wanted.from && isKnown(from - 1); left--) from--;
  return from < to ? { from, to } : none;
}

/** An empty range before the first known line, looked for from the first in sight on. */
function startOf(first: number, wanted: Lines, isKnown: (line: number) => boolean): Lines {
  for (let line = first; line < wanted.to; line++) if (isKnown(line)) return { from: line, to: line };
  for (let line = first; line > wanted.from; line--) if (isKnown(line - 1)) return { from: line, to: line };
  return none;
}
