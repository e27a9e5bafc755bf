import { type LayoutPage, type Line, type Piece, raisedSize } from './piece.ts';

/**
 * The lines of a page from top to bottom. Raised marks (footnote numbers) stay on the line they are raised
 * from. Guarantee: every piece of the page is in exactly one line, lines have at least one piece.
 */
export function toLines(page: LayoutPage, pageNumber: number): Line[] {
  const groups = page.scanned ? groupByKey(page.pieces) : groupByBaseline(page.pieces);
  return groups.map((pieces) => toLine(pieces, pageNumber)).sort((a, b) => a.baseline - b.baseline);
}

/** A line of the given pieces, in any order. */
export function toLine(pieces: Piece[], page: number): Line {
  const sorted = [...pieces].sort((a, b) => a.left - b.left);
  const main = [...sorted].sort((a, b) => b.text.length - a.text.length)[0]!;
  return {
    pieces: sorted,
    left: sorted[0]!.left,
    right: Math.max(...sorted.map((piece) => piece.right)),
    baseline: main.baseline,
    size: main.size,
    page,
  };
}

/** Recognition may see a header as two columns: its lines at one height are put together again. */
function groupByKey(pieces: Piece[]): Piece[][] {
  const recognised = [...Map.groupBy(pieces, (piece) => piece.lineKey).values()].map((group) =>
    toLine(group, 0),
  );
  const joined: Line[] = [];
  for (const line of recognised.sort((a, b) => a.baseline - b.baseline)) {
    const beside = joined.find(
      (other) =>
        Math.abs(other.baseline - line.baseline) < 0.5 * Math.min(other.size, line.size) &&
        (other.right <= line.left || other.left >= line.right),
    );
    if (beside) joined[joined.indexOf(beside)] = toLine([...beside.pieces, ...line.pieces], 0);
    else joined.push(line);
  }
  return joined.map((line) => line.pieces);
}

function groupByBaseline(pieces: Piece[]): Piece[][] {
  const groups: { baseline: number; size: number; pieces: Piece[] }[] = [];
  // Large pieces found lines, small ones (raised marks) join them.
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline)) {
    const group = groups.findLast(
      ({ baseline, size }) =>
        Math.abs(piece.baseline - baseline) <= 0.3 * Math.min(size, piece.size) ||
        isRaised(piece, { baseline, size }) ||
        isRaised({ baseline, size }, piece),
    );
    if (!group) groups.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
    else {
      group.pieces.push(piece);
      if (piece.size > group.size) [group.baseline, group.size] = [piece.baseline, piece.size];
    }
  }
  return groups.map((group) => group.pieces);
}

function isRaised(
  small: { baseline: number; size: number },
  line: { baseline: number; size: number },
): boolean {
  const rise = line.baseline - small.baseline;
  return small.size < raisedSize * line.size && rise > 0 && rise < 0.7 * line.size;
}
