import { isSideBySide, toColumnsOfText, toPipeTable } from '../pipe-table.ts';
import type { Properties } from './properties.ts';

/** A table row as it is read: the text of its cells, and their edges in twentieths of a point when known. */
export interface Row {
  cells: string[];
  edges: number[];
  /** Cells that go on with the one before or above. */
  isMerged: boolean[];
}

/** A row from its cells and the properties of its end mark (sprmTDefTable, MS-DOC 2.9.321). */
export function toRow(cells: string[], properties: Properties): Row {
  const definition = properties.get(0xd608);
  const count = definition?.u8(0) ?? 0;
  const edges: number[] = [];
  const isMerged: boolean[] = [];
  for (let at = 0; definition && at <= count; at += 1) edges.push((definition.u16(1 + 2 * at) << 16) >> 16);
  for (let at = 0; definition && at < count; at += 1) {
    const place = 1 + 2 * (count + 1) + 20 * at;
    const flags = place + 2 <= definition.length ? definition.u16(place) : 0;
    isMerged.push((flags & 0x3) === 2 || ((flags >> 5) & 0x3) === 1);
  }
  return { cells, edges, isMerged };
}

/** Rows that follow one another, as a pipe table or, for header and foot, as columns of text. */
export function writeRows(rows: Row[]): string {
  const grid = [...new Set(rows.flatMap((row) => row.edges))].sort((a, b) => a - b);
  const edges = grid.filter((edge, at) => at === 0 || edge - grid[at - 1]! > 60);
  const filled = rows
    .map((row) => spread(row, edges))
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return '';
  return isSideBySide(filled) ? toColumnsOfText(filled) : toPipeTable(filled);
}

/** Cells over several columns of the grid are followed by empty ones. */
function spread(row: Row, grid: number[]): string[] {
  const columnOf = (edge: number) => grid.findLastIndex((other) => other <= edge + 60);
  return row.cells.flatMap((text, at) => {
    const [from, to] = [row.edges[at], row.edges[at + 1]];
    const span = from === undefined || to === undefined ? 1 : Math.max(1, columnOf(to) - columnOf(from));
    return [row.isMerged[at] ? '' : text, ...Array<string>(Math.min(span, 64) - 1).fill('')];
  });
}
