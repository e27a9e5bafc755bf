import type { Piece, Rule } from './piece.ts';

/** A table drawn with rules: edges of its columns and rows, and which grid cells its rules leave joined. */
export interface RuledTable {
  columns: number[];
  rows: number[];
  /** For each row and column of the grid the cell it belongs to, named by its first row and column. */
  owner: [row: number, column: number][][];
}

const touch = 4;

/** Tables of a page from its rules: rules that touch make a grid; a frame around one cell is no table. */
export function findRuledTables(rules: Rule[]): RuledTable[] {
  const horizontal = mergeAligned(
    rules.filter((rule) => isFlat(rule)),
    'horizontal',
  );
  const vertical = mergeAligned(
    rules.filter((rule) => !isFlat(rule)),
    'vertical',
  );
  return groupTouching(horizontal, vertical)
    .map(({ horizontal, vertical }) => toGrid(horizontal, vertical))
    .filter((table) => table.columns.length > 2 && table.rows.length > 1)
    .sort((a, b) => a.rows[0]! - b.rows[0]!);
}

/** The grid cell a piece stands in, or null when it stands outside of the table. */
export function findCell(table: RuledTable, piece: Piece): [row: number, column: number] | null {
  const middle = (piece.left + piece.right) / 2;
  const column = table.columns.findLastIndex((edge) => edge <= middle + 0.5);
  const row = table.rows.findLastIndex((edge) => edge <= piece.baseline - 0.3 * piece.size);
  if (column < 0 || row < 0 || column >= table.columns.length - 1 || row >= table.rows.length - 1)
    return null;
  return table.owner[row]![column]!;
}

function isFlat(rule: Rule): boolean {
  return rule.right - rule.left >= rule.bottom - rule.top;
}

/** Dashes and cell borders in one line become one rule. */
function mergeAligned(rules: Rule[], way: 'horizontal' | 'vertical'): Rule[] {
  const [across, from, to] =
    way === 'horizontal' ? (['top', 'left', 'right'] as const) : (['left', 'top', 'bottom'] as const);
  const merged: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => a[across] - b[across] || a[from] - b[from])) {
    const before = merged.findLast(
      (other) =>
        Math.abs(other[across] - rule[across]) < 2 &&
        rule[from] <= other[to] + touch &&
        rule[to] >= other[from] - touch,
    );
    if (!before) merged.push({ ...rule });
    else {
      before[from] = Math.min(before[from], rule[from]);
      before[to] = Math.max(before[to], rule[to]);
    }
  }
  return merged;
}

interface Grid {
  horizontal: Rule[];
  vertical: Rule[];
}

function groupTouching(horizontal: Rule[], vertical: Rule[]): Grid[] {
  const groups: Grid[] = [];
  for (const rule of vertical) {
    const crossing = horizontal.filter((other) => crosses(other, rule));
    const met = groups.filter((group) => group.horizontal.some((other) => crossing.includes(other)));
    const joined: Grid = { horizontal: crossing, vertical: [rule] };
    for (const group of met) {
      joined.horizontal.push(...group.horizontal);
      joined.vertical.push(...group.vertical);
      groups.splice(groups.indexOf(group), 1);
    }
    joined.horizontal = [...new Set(joined.horizontal)];
    if (crossing.length > 0) groups.push(joined);
  }
  return groups;
}

function crosses(flat: Rule, upright: Rule): boolean {
  return (
    upright.left >= flat.left - touch &&
    upright.left <= flat.right + touch &&
    flat.top >= upright.top - touch &&
    flat.top <= upright.bottom + touch
  );
}

function toGrid(horizontal: Rule[], vertical: Rule[]): RuledTable {
  const columns = edges(vertical.map((rule) => rule.left));
  const rows = edges(horizontal.map((rule) => rule.top));
  const owner: RuledTable['owner'] = [];
  for (let row = 0; row < rows.length - 1; row += 1) {
    owner.push([]);
    for (let column = 0; column < columns.length - 1; column += 1) {
      const y = (rows[row]! + rows[row + 1]!) / 2;
      const x = (columns[column]! + columns[column + 1]!) / 2;
      const isOpenLeft =
        column > 0 &&
        !vertical.some((rule) => near(rule.left, columns[column]!) && covers(rule.top, rule.bottom, y));
      const isOpenAbove =
        row > 0 && !horizontal.some((rule) => near(rule.top, rows[row]!) && covers(rule.left, rule.right, x));
      owner[row]!.push(
        isOpenLeft ? owner[row]![column - 1]! : isOpenAbove ? owner[row - 1]![column]! : [row, column],
      );
    }
  }
  return { columns, rows, owner };
}

function edges(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, at) => at === 0 || value - sorted[at - 1]! > touch);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= touch;
}

function covers(from: number, to: number, at: number): boolean {
  return from <= at && at <= to;
}
