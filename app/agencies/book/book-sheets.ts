import { plainFolded } from '#app/agencies/printed-words.ts';

/** The four sheets of the book: what each says, and how its columns are headed. The first heading is the one written. */
export const sheets = {
  agencies: {
    name: 'Cơ quan',
    needs: ['agency', 'kind'],
    columns: {
      agency: ['Tên cơ quan', 'Cơ quan', 'Tên đơn vị', 'Đơn vị'],
      kind: ['Loại', 'Loại cơ quan'],
      validFrom: ['Hoạt động từ', 'Từ ngày'],
      validTo: ['Hoạt động đến', 'Đến ngày'],
      note: ['Ghi chú'],
      agencyKey: ['Khóa cơ quan'],
    },
  },
  names: {
    name: 'Tên gọi',
    needs: ['agency', 'name'],
    columns: {
      agency: ['Cơ quan', 'Tên cơ quan', 'Đơn vị'],
      name: ['Tên gọi', 'Tên gọi khác'],
      kind: ['Là', 'Loại tên'],
      validFrom: ['Từ ngày'],
      validTo: ['Đến ngày'],
      agencyKey: ['Khóa cơ quan'],
      rowKey: ['Khóa dòng'],
    },
  },
  parents: {
    name: 'Trực thuộc',
    needs: ['agency', 'parent'],
    columns: {
      agency: ['Cơ quan', 'Tên cơ quan', 'Đơn vị'],
      hierarchy: ['Hệ thống'],
      parent: ['Trực thuộc', 'Cấp trên', 'Cơ quan cấp trên'],
      validFrom: ['Từ ngày'],
      validTo: ['Đến ngày'],
      agencyKey: ['Khóa cơ quan'],
      parentKey: ['Khóa cấp trên'],
      rowKey: ['Khóa dòng'],
    },
  },
  contacts: {
    name: 'Mã và liên hệ',
    needs: ['agency'],
    columns: {
      agency: ['Cơ quan', 'Tên cơ quan', 'Đơn vị'],
      code: ['Mã định danh', 'Mã', 'Mã định danh điện tử'],
      codeOld: ['Mã định danh cũ', 'Mã cũ'],
      address: ['Địa chỉ'],
      phone: ['Điện thoại', 'Số điện thoại'],
      email: ['Thư điện tử', 'Email'],
      website: ['Trang web', 'Website'],
      agencyKey: ['Khóa cơ quan'],
    },
  },
} as const;

export type SheetKind = keyof typeof sheets;
/** A cell as it stands in the file. */
export type Cell = string | number | boolean | Date | null;
/** A sheet of a file: its rows, and the ranges that were merged ('B3:B7'). */
export type RawSheet = { name: string; rows: Cell[][]; merged: string[] };
/** A row under the headings: `cells` by field, fields whose column the sheet lacks are absent. */
export type BookRow = {
  sheet: string;
  row: number;
  cells: Record<string, Cell>;
  columns: Record<string, string>;
};
export type CellError = { sheet: string; cell: string; message: string };
export type ReadSheet = { kind: SheetKind; rows: BookRow[]; errors: CellError[] };

/** Headings stand within the first rows; titles above them are passed over. */
const HEADING_WITHIN = 10;

/** Which of the four a sheet is, by its headings, and its rows; null where no row of headings is known. */
export function readSheet(raw: RawSheet): ReadSheet | null {
  for (const [index, row] of raw.rows.slice(0, HEADING_WITHIN).entries()) {
    const found = kindOf(row);
    if (found) return { ...readRows(raw, index, found.fields), kind: found.kind };
  }
  return null;
}

function kindOf(headings: Cell[]): { kind: SheetKind; fields: (string | null)[] } | null {
  const fitting = (Object.keys(sheets) as SheetKind[]).flatMap((kind) => {
    const fields = headings.map((heading) => fieldOf(kind, heading));
    const known = new Set(fields.filter(Boolean));
    const isWhole = sheets[kind].needs.every((field) => known.has(field)) && known.size > 1;
    return isWhole ? [{ kind, fields, known: known.size }] : [];
  });
  return fitting.sort((a, b) => b.known - a.known)[0] ?? null;
}

const spelt = (text: string) => plainFolded(text).join(' ');

function fieldOf(kind: SheetKind, heading: Cell): string | null {
  if (typeof heading !== 'string') return null;
  const columns: Record<string, readonly string[]> = sheets[kind].columns;
  return (
    Object.keys(columns).find((field) => columns[field]!.some((one) => spelt(one) === spelt(heading))) ?? null
  );
}

function readRows(raw: RawSheet, heading: number, fields: (string | null)[]): Omit<ReadSheet, 'kind'> {
  const columns: Record<string, string> = {};
  fields.forEach((field, index) => {
    if (field) columns[field] ??= columnName(index);
  });
  const rows = raw.rows.slice(heading + 1).flatMap((cells, index) => {
    const known = fields.flatMap((field, at) => (field ? [[field, cells[at] ?? null] as const] : []));
    if (known.every(([, value]) => value === null || value === '')) return [];
    return [
      { sheet: raw.name, row: heading + index + 2, cells: Object.fromEntries(known.toReversed()), columns },
    ];
  });
  const errors = raw.merged
    .filter((range) => rowsOf(range).last > heading + 1)
    .map((range) => ({
      sheet: raw.name,
      cell: range,
      message: `Các ô ${range} đang gộp làm một: hãy bỏ gộp ô rồi điền từng dòng.`,
    }));
  return { rows, errors };
}

function rowsOf(range: string): { last: number } {
  return { last: Math.max(...[...range.matchAll(/\d+/g)].map(([digits]) => Number(digits))) };
}

/** 0 → 'A', 26 → 'AA'. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
