import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { type Cell, columnName } from '#app/trackers/sheet-grid.ts';

/** The sheets of a book as rows of cells, by name. */
export async function sheetsIn(book: Buffer): Promise<{ name: string; rows: Cell[][] }[]> {
  const read = await readXlsxFile(book);
  return read.map(({ sheet, data }) => ({ name: sheet, rows: data as Cell[][] }));
}

const FIRST = 'xl/worksheets/sheet1.xml';

/** Writes a row under the headings of a template as it was sent, the rest of the file untouched. */
export function fillTemplate(template: Buffer, cells: readonly Cell[]): Buffer {
  const files = unzipSync(template);
  const row = cells.map((cell, at) => cellXml(`${columnName(at)}2`, cell)).join('');
  const xml = strFromU8(files[FIRST]!).replace('</sheetData>', `<row r="2">${row}</row></sheetData>`);
  return Buffer.from(zipSync({ ...files, [FIRST]: strToU8(xml) }));
}

/** Format 5 is a day that the protected sheet lets be written. */
function cellXml(place: string, cell: Cell): string {
  if (cell === null || cell === '') return '';
  if (cell instanceof Date) return `<c r="${place}" s="5"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  const words = String(cell).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}
