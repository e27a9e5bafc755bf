import { cellText, type Grid } from '#app/trackers/sheet-grid.ts';
import { type BookColumn, folded } from '#libraries/register/index.ts';

/** A column of the sheet and what it was understood as: a column of the book, the agency, the row's key; null: unknown. */
export type SheetColumn = { at: number; heading: string; is: BookColumn | 'agency' | 'key' | null };
export type FoundSheet = {
  grid: Grid;
  columns: SheetColumn[] /** Of the first row below the headings, from 0. */;
  firstRow: number;
};

/** Headings stand within the first rows; titles above them are passed over. */
const HEADING_WITHIN = 15;

export const agencyHeadings = [
  'Cơ quan ghi',
  'Cơ quan',
  'Cơ quan, đơn vị',
  'Đơn vị báo cáo',
  'Cơ quan báo cáo',
];
export const keyHeading = 'Khóa dòng';

/** The sheet that has most of a register's headings, in one row or in two of which the upper is merged over the lower. */
export function findSheet(
  grids: readonly Grid[],
  book: readonly BookColumn[],
  title: string,
): FoundSheet | null {
  let best: FoundSheet | null = null;
  for (const grid of grids)
    for (let at = 0; at < Math.min(HEADING_WITHIN, grid.rows.length); at++)
      for (const depth of [1, 2]) {
        const found = readHeadings(grid, at, depth, book);
        const hasTitle = found.columns.some(({ is }) => typeof is === 'object' && is?.field === title);
        if (hasTitle && known(found) > (best ? known(best) : 0)) best = found;
      }
  return best && known(best) >= 2 ? best : best && best.columns.length === 1 ? best : null;
}

const known = ({ columns }: FoundSheet) => columns.filter(({ is }) => is !== null).length;

function readHeadings(grid: Grid, at: number, depth: number, book: readonly BookColumn[]): FoundSheet {
  const taken = new Set<unknown>();
  const rows = grid.rows.slice(at, at + depth);
  const columns = (rows[0] ?? []).map((_, column) => {
    const words = [...new Set(rows.map((row) => cellText(row[column] ?? null)).filter(Boolean))];
    // 'Thời gian' over 'Từ': the two together, then the lower, then the upper alone.
    const ways = words.length > 1 ? [words.join(': '), words[1]!, words[0]!] : words;
    const is = ways.map((one) => meaningOf(one, book)).find((one) => one !== null && !taken.has(one)) ?? null;
    if (is) taken.add(is);
    return { at: column, heading: words.join(': '), is };
  });
  return { grid, firstRow: at + depth, columns: columns.filter(({ heading }) => heading) };
}

function meaningOf(heading: string, book: readonly BookColumn[]): SheetColumn['is'] {
  const word = folded(heading.replace(/\(.*?\)/g, ' ')) || folded(heading);
  const column = book.find(({ spellings }) => spellings.includes(word));
  if (column) return column;
  if (word === folded(keyHeading)) return 'key';
  return agencyHeadings.some((one) => folded(one) === word) ? 'agency' : null;
}
