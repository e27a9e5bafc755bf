import readWorkbook from 'read-excel-file/node';
import { previewLimits as limits } from './preview-limits.ts';
import { safeZip } from './safe-zip.ts';

/** Cells as words; `rows` and `columns` count all there are, of which the first are given. */
export type ShownSheet = { name: string; cells: string[][]; rows: number; columns: number };

/** The first sheets of a workbook. */
export async function readSheets(bytes: Uint8Array): Promise<{ sheets: ShownSheet[]; count: number }> {
  const workbook = await readWorkbook(Buffer.from(safeZip(bytes)));
  const sheets = workbook.slice(0, limits.sheets).map(({ sheet, data }) => {
    const columns = data.reduce((most, row) => Math.max(most, row.length), 0);
    const cells = data.slice(0, limits.rows).map((row) => row.slice(0, limits.columns).map(asWords));
    return { name: sheet, cells, rows: data.length, columns };
  });
  return { sheets, count: workbook.length };
}

function asWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayOf(value);
  if (typeof value === 'number') return value.toLocaleString('vi-VN', { maximumFractionDigits: 6 });
  if (typeof value === 'boolean') return value ? 'Đúng' : 'Sai';
  return String(value).slice(0, limits.cellLetters);
}

/** A day of a sheet has no zone: it is read and shown as UTC. */
function dayOf(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  const clock = time.slice(0, 5);
  return `${day.split('-').reverse().join('/')}${clock === '00:00' ? '' : ` ${clock}`}`;
}
