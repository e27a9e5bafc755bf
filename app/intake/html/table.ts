import { isSideBySide, toColumnsOfText, toPipeTable } from '../pipe-table.ts';
import { attributeOf, type HtmlElement } from './node.ts';

/** A table with its spans: a cell over several rows or columns stands in its first place, the others are empty. */
export function writeHtmlTable(table: HtmlElement, readCell: (cell: HtmlElement) => string): string {
  const rows: string[][] = [];
  const taken: boolean[][] = [];
  for (const [at, row] of rowsOf(table).entries()) {
    const cells: string[] = [];
    rows.push(cells);
    for (const cell of row.childNodes) {
      if (cell.nodeName !== 'td' && cell.nodeName !== 'th') continue;
      while (taken[at]?.[cells.length]) cells.push('');
      const first = cells.length;
      cells.push(readCell(cell as HtmlElement));
      const [across, down] = [spanOf(cell as HtmlElement, 'colspan'), spanOf(cell as HtmlElement, 'rowspan')];
      for (let extra = 1; extra < across; extra += 1) cells.push('');
      for (let below = 1; below < down; below += 1) {
        const marks = taken[at + below] ?? [];
        taken[at + below] = marks;
        for (let column = first; column < first + across; column += 1) marks[column] = true;
      }
    }
  }
  const printed = rows.filter((row) => row.some((cell) => cell !== ''));
  if (printed.length === 0) return '';
  return isSideBySide(printed) ? toColumnsOfText(printed) : toPipeTable(printed);
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.childNodes.flatMap((child) => {
    if (child.nodeName === 'tr') return [child as HtmlElement];
    return ['thead', 'tbody', 'tfoot'].includes(child.nodeName) ? rowsOf(child as HtmlElement) : [];
  });
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number(attributeOf(cell, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, 100) : 1;
}
