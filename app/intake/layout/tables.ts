import { isSideBySide } from '../pipe-table.ts';
import type { Block } from './block.ts';
import { toLines } from './lines.ts';
import { type LayoutPage, type Line, type Piece, textOf } from './piece.ts';
import { findCell, findRuledTables, type RuledTable } from './ruled-tables.ts';

/** A table found on a page: its place and its blocks (a header set in a drawn table becomes lines). */
export interface PlacedTable {
  top: number;
  blocks: Block[];
}

/** The ruled tables of a page, and the pieces that stand in none of them. */
export function takeTables(page: LayoutPage, pageNumber: number): { tables: PlacedTable[]; rest: Piece[] } {
  let rest = page.pieces;
  const tables: PlacedTable[] = [];
  for (const grid of findRuledTables(page.rules)) {
    const inside = new Map<string, Piece[]>();
    const outside: Piece[] = [];
    for (const piece of rest) {
      const cell = findCell(grid, piece);
      if (!cell) outside.push(piece);
      else inside.set(cell.join(), [...(inside.get(cell.join()) ?? []), piece]);
    }
    if (inside.size === 0) continue;
    rest = outside;
    tables.push({ top: grid.rows[0]!, blocks: toBlocks(grid, inside, page, pageNumber) });
  }
  return { tables, rest };
}

function toBlocks(
  grid: RuledTable,
  inside: Map<string, Piece[]>,
  page: LayoutPage,
  pageNumber: number,
): Block[] {
  const cells = grid.owner.map((row, rowAt) =>
    row.map((owner, columnAt) => {
      const pieces = owner[0] === rowAt && owner[1] === columnAt ? inside.get(owner.join()) : undefined;
      return pieces ? toLines({ ...page, pieces }, pageNumber) : [];
    }),
  );
  const texts = cells.map((row) => row.map((lines) => lines.map((line) => textOf(line.pieces)).join('\n')));
  if (isSideBySide(texts)) {
    const columns = grid.columns.slice(1).map((_, at) => cells.flatMap((row) => row[at] ?? []));
    return columns.filter((lines) => lines.length > 0).map((lines) => ({ kind: 'lines', lines }));
  }
  const rows = cells.map((row) => row.map(cellBlocks)).filter((row) => row.some((cell) => cell.length > 0));
  return [{ kind: 'table', rows, columns: grid.columns, page: pageNumber }];
}

/** Lines of a cell run on, save where one ends a sentence and the next begins with a label or a dash. */
function cellBlocks(lines: Line[]): Block[] {
  const blocks: Block[] = [];
  const right = Math.max(...lines.map((line) => line.right));
  let previous: Line | null = null;
  for (const line of lines) {
    const begins = /^(?:[-+•]\s?|\d{1,2}[.)]\s|[a-zđ]\)\s)\p{L}/u.test(textOf(line.pieces));
    const hasEnded = previous !== null && /[.;:!?]$/.test(textOf(previous.pieces));
    const isShort = previous !== null && previous.right < right - 0.25 * (right - line.left);
    const open = blocks.at(-1);
    if (open?.kind === 'paragraph' && !(begins && (hasEnded || isShort)) && !(hasEnded && isShort))
      open.lines.push(line);
    else blocks.push({ kind: 'paragraph', lines: [line] });
    previous = line;
  }
  return blocks;
}

/**
 * Appends a table that begins a page to the one that ended the page before, when the columns are the same:
 * a repeated head is dropped, and a row cut by the page break is put together again.
 */
export function continueTable(before: Block, next: Block): boolean {
  if (before.kind !== 'table' || next.kind !== 'table') return false;
  const isSame =
    before.columns.length === next.columns.length &&
    before.columns.every(
      (edge, at) => Math.abs(edge - before.columns[0]! - (next.columns[at]! - next.columns[0]!)) < 6,
    );
  if (!isSame) return false;
  const rows = [...next.rows];
  while (rows.length > 0 && before.rows.some((row, at) => at < 3 && rowText(row) === rowText(rows[0]!)))
    rows.shift();
  const cut = rows[0];
  const last = before.rows.at(-1);
  if (cut && last && isCutRow(cut)) {
    cut.forEach((cell, at) => {
      joinCell(last[at]!, cell);
    });
    rows.shift();
  }
  before.rows.push(...rows);
  return true;
}

/** A row cut by a page break: no number of its own, and a cell that goes on in small letters. */
function isCutRow(row: Block[][]): boolean {
  const filled = row.filter((cell) => cell.length > 0);
  return row[0]?.length === 0 && filled.some((cell) => /^\p{Ll}/u.test(rowText([cell])));
}

function joinCell(cell: Block[], more: Block[]): void {
  const last = cell.at(-1);
  const [first, ...others] = more;
  if (last?.kind === 'paragraph' && first?.kind === 'paragraph') last.lines.push(...first.lines);
  else if (first) cell.push(first);
  cell.push(...others);
}

function rowText(row: Block[][]): string {
  return row
    .flatMap((cell) => cell.flatMap((block) => (block.kind === 'table' ? [] : block.lines)))
    .map((line) => textOf(line.pieces))
    .join(' ');
}
