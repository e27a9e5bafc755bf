import type { Table } from './official-document.ts';
import { toTwips } from './page-measure.ts';
import { plainText } from './rich-text.ts';
import { measureText } from './times-metrics.ts';

/** Left and right margin inside a cell together, with its rules, mm. */
const cellAir = 4;

/** The widest word of a column, which must not be broken: "15/12/2026" stays on one line. mm. */
function leastWidth(table: Table, index: number, size: number): number {
  const words = (text: string) => text.split(/ +/);
  const head = words(table.columns[index]!.header).map((word) => measureText(word, size, true));
  const body = table.rows.flatMap((row) =>
    words(plainText(row[index] ?? '')).map((word) => measureText(word, size, true)),
  );
  return [...head, ...body].reduce((widest, width) => Math.max(widest, width), 0) + cellAir;
}

/** Widths by share, but none under its least; where the least widths do not fit, they shrink together. */
function spread(shares: readonly number[], least: readonly number[], width: number): number[] {
  const needed = least.reduce((sum, part) => sum + part, 0);
  if (needed >= width) return least.map((part) => (part * width) / needed);
  const fixed = new Set<number>();
  for (;;) {
    const open = shares.map((_, index) => index).filter((index) => !fixed.has(index));
    const room = width - [...fixed].reduce((sum, index) => sum + least[index]!, 0);
    const total = open.reduce((sum, index) => sum + shares[index]!, 0);
    const tight = open.filter((index) => (room * shares[index]!) / total < least[index]!);
    if (tight.length === 0)
      return shares.map((share, index) => (fixed.has(index) ? least[index]! : (room * share) / total));
    for (const index of tight) fixed.add(index);
  }
}

/**
 * Column widths of a table in whole twips that add up to `width` mm exactly. Shares are kept as far as no word
 * breaks at `size` points; a share of 0 or less counts as 1.
 */
export function columnWidths(table: Table, width: number, size: number): number[] {
  const shares = table.columns.map((column) => (column.width > 0 ? column.width : 1));
  const least = table.columns.map((_, index) => leastWidth(table, index, size));
  let reached = 0;
  const edges = spread(shares, least, width).map((part) => {
    reached += part;
    return toTwips(reached);
  });
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
}
