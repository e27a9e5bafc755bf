import writeXlsxFile from 'write-excel-file/node';
import type { CellValue, SheetOf } from './sheet.ts';

/** Sheets as an XLSX file: the head row stays in view, long words wrap. */
export function writeBook(sheets: readonly SheetOf[]): Promise<Buffer> {
  return writeXlsxFile(sheets.map(sheetOf)).toBuffer();
}

function sheetOf({ name, columns, rows, totals = 0 }: SheetOf) {
  const head = columns.map(({ title }) => ({
    value: title,
    fontWeight: 'bold' as const,
    backgroundColor: '#E3EDEC',
    wrap: true,
    alignVertical: 'center' as const,
  }));
  const body = rows.map((row, n) => row.map((value) => cellOf(value, n >= rows.length - totals)));
  return {
    sheet: name,
    data: [head, ...body],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
}

/** Excel refuses cells of more than 32,767 characters. */
const longest = 32_000;

function cellOf(value: CellValue, isTotal: boolean) {
  if (value === null) return null;
  const look = {
    wrap: true,
    alignVertical: 'top' as const,
    ...(isTotal ? { fontWeight: 'bold' as const } : {}),
  };
  return typeof value === 'number'
    ? { value, type: Number, ...look }
    : { value: value.slice(0, longest), type: String, ...look };
}
