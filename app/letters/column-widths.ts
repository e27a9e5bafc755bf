import type { Table } from './official-document.ts';
import { toTwips } from './page-measure.ts';
import { plainText } from './rich-text.ts';
import { measureText } from './times-metrics.ts';

/** Left and right margin inside a cell together, with its rules, mm. */
const cellAir = 4;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The widest word of a column, which must not be broken: "15/12/2026" stays on one line. mm. */
function leastWidth(table: Table, index: number, size: number): number {
  const words = (text: string) => text.split(/ +/);
  const head = words(table.columns[index]!.header).map((word) => measureText(word, size, true));
  const body = table.rows.flatMap((row) =>
    words(plainText(row[index] ?? '')).map((word) => measureText(word, size, true)),
  );
  return [...head, ...body].reduce((widest, width) => Math.max(widest, width), 0) + cellAir;
}

/** Widths by share, but none under its least; where the least widths do not fit, by share alone. */
function spread(shares: readonly number[], least: readonly number[], width: number): number[] {
  if (sum(least) >= width) return shares.map((share) => (width * share) / sum(shares));
  const fixed = new Set<number>();
  for (;;) {
    const open = shares.map((_, index) => index).filter((index) => !fixed.has(index));
    const room = width - sum([...fixed].map((index) => least[index]!));
    const total = sum(open.map((index) => shares[index]!));
    const tight = open.filter((index) => (room * shares[index]!) / total < least[index]!);
    if (tight.length === 0)
      return shares.map((share, index) => (fixed.has(index) ? least[index]! : (room * share) / total));
    for (const index of tight) fixed.add(index);
  }
}

/** Sizes tried inside tables, points, by how many columns there are: the form leaves them open. */
function sizesFor(columns: number): number[] {
  const largest = columns <= 5 ? 13 : columns <= 8 ? 12 : 11;
  return Array.from({ length: largest - smallestSize + 1 }, (_, index) => largest - index);
}

const smallestSize = 9;

/** Part of the width that unbroken words may take before the size goes down: text wants room to run. */
const fullness = 0.9;

/** How a table is set on a page: column widths in twips that add up to the width exactly, and its size in points. */
export type TableFit = { widths: number[]; size: number };

/**
 * Fits a table into `width` mm. Shares are kept as far as no word breaks ("15/12/2026" stays on one line); a
 * crowded table takes a smaller size, down to 9 points. A share of 0 or less counts as 1.
 */
export function fitTable(table: Table, width: number): TableFit {
  const shares = table.columns.map((column) => (column.width > 0 ? column.width : 1));
  const leastAt = (size: number) => table.columns.map((_, index) => leastWidth(table, index, size));
  const size =
    sizesFor(shares.length).find((tried) => sum(leastAt(tried)) <= width * fullness) ?? smallestSize;
  let reached = 0;
  const edges = spread(shares, leastAt(size), width).map((part) => {
    reached += part;
    return toTwips(reached);
  });
  return { size, widths: edges.map((edge, index) => edge - (edges[index - 1] ?? 0)) };
}
