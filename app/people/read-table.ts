import type { Role } from '#app/platform/viewer.ts';

/** One row of a pasted or uploaded table of people, as written. */
export type Row = {
  /** Counts from 1 with the header. */
  line: number;
  name: string;
  title: string;
  email: string;
  agency: string;
  role: string;
  from: string;
};

type Column = Exclude<keyof Row, 'line'>;

/** How a column may be headed, folded. The first is what the sample calls it. */
const headings: Record<Column, string[]> = {
  name: ['ho ten', 'ho va ten', 'ten', 'name'],
  title: ['chuc vu', 'chuc danh', 'title', 'position'],
  email: ['thu dien tu', 'email', 'e mail', 'dia chi thu dien tu'],
  agency: ['co quan', 'don vi', 'co quan don vi', 'agency'],
  role: ['vai tro', 'quyen', 'role'],
  from: ['tu ngay', 'ngay bat dau', 'from'],
};

/** How a role may be written, folded; its key is understood too. */
const roleNames: [Role, string[]][] = [
  ['administrator', ['quan tri', 'quan tri vien']],
  ['focal-officer', ['chuyen vien dau moi', 'dau moi tinh']],
  ['leader', ['lanh dao', 'lanh dao ubnd']],
  ['agency-focal', ['dau moi co quan', 'dau moi']],
  ['agency-head', ['thu truong co quan', 'thu truong']],
  ['staff', ['chuyen vien', 'can bo']],
  ['inspector', ['thanh tra']],
];

/** For comparing: no diacritics, small letters, one space between words. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Rows under their headings, empty ones left out; `missing` names the columns that nothing heads. */
export function readTable(table: readonly (readonly string[])[]): { rows: Row[]; missing: string[] } {
  const head = (table[0] ?? []).map(foldText);
  const places = Object.entries(headings).map(
    ([column, names]) => [column as Column, head.findIndex((cell) => names.includes(cell))] as const,
  );
  const optional: Column[] = ['title', 'from'];
  const missing = places
    .filter(([column, at]) => at < 0 && !optional.includes(column))
    .map(([column]) => columnNames[column]);
  if (missing.length) return { rows: [], missing };
  const rows = table.slice(1).flatMap((cells, index) => {
    const row = { line: index + 2, name: '', title: '', email: '', agency: '', role: '', from: '' };
    for (const [column, at] of places)
      row[column] = (cells[at] ?? '').normalize('NFC').trim().replace(/\s+/g, ' ');
    return Object.values(row).slice(1).some(Boolean) ? [row] : [];
  });
  return { rows, missing: [] };
}

export const columnNames: Record<Column, string> = {
  name: 'Họ tên',
  title: 'Chức vụ',
  email: 'Thư điện tử',
  agency: 'Cơ quan',
  role: 'Vai trò',
  from: 'Từ ngày',
};

export function readRole(written: string): Role | null {
  const folded = foldText(written);
  return roleNames.find(([role, names]) => foldText(role) === folded || names.includes(folded))?.[0] ?? null;
}

/** '5/1/2026', '05-01-2026' or '2026-01-05' → '2026-01-05'; null when it is no day. */
export function readDay(written: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(written);
  const own = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  const [year, month, day] = iso ? iso.slice(1, 4) : own ? [own[3], own[2], own[1]] : [];
  if (!year || !month || !day) return null;
  const padded = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${padded}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== padded ? null : padded;
}

export const isEmail = (written: string): boolean =>
  /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/.test(written);

/** Text as a spreadsheet puts it on the clipboard: cells parted by tabs; a semicolon or comma list works too. */
export function parsePasted(text: string): string[][] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const mark = lines[0]?.includes('\t') ? '\t' : lines[0]?.includes(';') ? ';' : ',';
  return lines.map((line) => line.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
}
