import { type Calendar, parseDeadline } from '#libraries/calendar/index.ts';
import type { Heading, TrackerField } from './columns.ts';
import { readProgress, type SaidProgress } from './read-progress.ts';
import { type Cell, cellText, dayText, type Grid } from './sheet-grid.ts';
import { splitNames } from './split-names.ts';

export type CellError = { cell: string; message: string };

/** One line of work of a tracker. */
export type TrackerRow = {
  /** As Excel counts. */
  row: number;
  /** 'II.3': the heading it stands under, and its number. */
  path: string;
  text: string;
  holders: string[];
  coordinators: string[];
  deadline: { words: string; kind: string; due: string | null; assumption: string | null } | null;
  progress: string;
  /** What those words say. */
  said: SaidProgress | null;
  product: string;
  document: string;
  note: string;
  errors: CellError[];
};

/** `isKnown`: is this a name of the register; `today`: what days without a year are seen from. */
export type ReadingRows = {
  isKnown: (name: string) => boolean;
  calendar: Calendar;
  today: string;
  /** The very day of reading; what was done is not after it. */
  now: string;
};

/** The rows of work under the headings; headings between them give their number to the rows below. */
export function readRows(grid: Grid, heading: Heading, reading: ReadingRows): TrackerRow[] {
  const columnOf = new Map(
    heading.columns.flatMap((column) => (column.field ? [[column.field, column] as const] : [])),
  );
  let section = '';
  return grid.rows.slice(heading.last).flatMap((cells, index) => {
    const row = heading.last + index + 1;
    const cellOf = (field: TrackerField): Cell => cells[columnOf.get(field)?.index ?? -1] ?? null;
    const said = (field: TrackerField) => cellText(cellOf(field));
    if (cells.every((cell) => !cellText(cell)) || isCounting(cells)) return [];
    if (isSection(cells, said)) {
      section = sectionNumber(said('number') || cellText(cells.find(Boolean) ?? null));
      return [];
    }
    const at = (field: TrackerField) => `${columnOf.get(field)?.letter ?? 'A'}${row}`;
    const errors: CellError[] = [];
    if (!said('text'))
      errors.push({ cell: at('text'), message: `Ô ${at('text')} trống: hãy ghi nội dung nhiệm vụ.` });
    if (!said('holder'))
      errors.push({ cell: at('holder'), message: `Ô ${at('holder')} trống: hãy ghi cơ quan chủ trì.` });
    const number = said('number').replace(/\.$/, '');
    return [
      {
        row,
        path: [section, number].filter(Boolean).join('.'),
        text: said('text').replace(/\n/g, ' '),
        holders: splitNames(said('holder'), reading.isKnown),
        coordinators: splitNames(said('coordinator'), reading.isKnown),
        deadline: deadlineOf(cellOf('deadline'), at('deadline'), errors, reading),
        progress: said('progress'),
        said: readProgress(cellOf('progress'), reading.now),
        product: said('product'),
        document: said('document').replace(/\n/g, ' '),
        note: said('note'),
        errors,
      },
    ];
  });
}

/** '(1) (2) (3)' or '1 2 3' under the headings. */
export const isCounting = (cells: Cell[]): boolean => {
  const said = cells.map(cellText).filter(Boolean);
  return said.length > 1 && said.every((text, at) => text.replace(/[()]/g, '') === String(at + 1));
};

/** Words over the whole row, or a number and words with nobody and no day beside them. */
function isSection(cells: Cell[], said: (field: TrackerField) => string): boolean {
  const different = new Set(cells.map(cellText).filter(Boolean));
  if (different.size === 1) return true;
  const isRoman = /^([IVXLC]+|[A-Z])\.?$/.test(said('number'));
  return isRoman && !said('holder') && !said('deadline') && !said('coordinator');
}

const sectionNumber = (text: string): string => /^([IVXLC]+|[A-Z]|\d+)(?=\.|\s|$|\))/.exec(text)?.[1] ?? '';

/** Days that Excel counts from 30/12/1899; numbers between 2009 and 2064 can be nothing else in such a column. */
const serials = { first: 40_000, last: 60_000 };
const dayOfSerial = (serial: number): Date =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);

function deadlineOf(
  value: Cell,
  cell: string,
  errors: CellError[],
  { calendar, today }: ReadingRows,
): TrackerRow['deadline'] {
  const plain = cellText(value);
  const isSerial =
    /^\d{5}(\.\d+)?$/.test(plain) && Number(plain) >= serials.first && Number(plain) <= serials.last;
  const words =
    value instanceof Date ? dayText(value) : isSerial ? dayText(dayOfSerial(Number(plain))) : plain;
  if (!words || /^[-–.…]+$/.test(words)) return null;
  const flat = words.replace(/\n/g, ' ');
  const read = parseDeadline(flat, { calendar, issued: today });
  if (read.kind === 'unknown')
    errors.push({
      cell,
      message: `Ô ${cell} ghi “${flat}”, không hiểu là thời hạn nào: hãy ghi ngày như 15/9/2026, “quý III/2026” hoặc “Thường xuyên”.`,
    });
  return { words: flat, kind: read.kind, due: read.due ?? null, assumption: read.assumption ?? null };
}
