import { columnName } from '#app/trackers/sheet-grid.ts';
import {
  type AnyField,
  type BookColumn,
  type Cell,
  type CheckContext,
  type Find,
  folded,
  type Register,
  type Row,
  readCells,
  type Style,
} from '#libraries/register/index.ts';
import type { BookPlan } from './book.contract.ts';
import type { FoundSheet } from './find-sheet.ts';

/** A row that is in the register already, as an import compares with it. */
export type KnownRow = {
  id: string;
  agencyId: string;
  agencyName: string;
  revision: number;
  title: string;
  values: Row;
};

export type PlannedRow = { row: number; agencyId: string; values: Row; known: KnownRow | null };
export type ImportPlan = {
  fresh: PlannedRow[];
  changed: PlannedRow[];
  same: number;
  skipped: number;
} & Pick<BookPlan, 'alike' | 'errors' | 'errorCount' | 'warnings' | 'questions'>;

export type Planning = CheckContext & {
  register: Register;
  find: Find;
  styles: Record<string, Style | undefined>;
  /** In whose name rows are written that name no agency. */
  agencyId: string | null;
  mayWriteFor: (agencyId: string) => boolean;
  /** Rows that the sheet names by their keys. */
  known: readonly KnownRow[];
  /** Whose the rows are that stand already, by what tells them apart. */
  standing: ReadonlyMap<string, string>;
  alike: 'skip' | 'add';
};

const SHOWN = 200;

/** What a sheet would write. Pure: the same sheet over the same register gives the same plan. */
export function planImport(sheet: FoundSheet, planning: Planning): ImportPlan {
  const plan: ImportPlan = {
    fresh: [],
    changed: [],
    same: 0,
    skipped: 0,
    alike: [],
    errors: [],
    errorCount: 0,
    warnings: [],
    questions: [],
  };
  const byId = new Map(planning.known.map((one) => [one.id, one]));
  const seen = new Map<string, string | null>(planning.standing);
  const { rows, acrossRows } = sheet.grid;
  const going: Going = {
    ...{ sheet, planning, plan, byId, seen },
    columns: sheet.columns.flatMap(({ is }) => (is && typeof is === 'object' ? [is] : [])),
    place: new Map(sheet.columns.map(({ is, at }) => [is, at])),
    keyOf: alikeKeys(planning.register),
  };
  for (let at = sheet.firstRow; at < rows.length; at++) {
    const cells = rows[at]!;
    if (acrossRows.has(at) || isNoRow(sheet, cells)) continue;
    planRow(going, cells, at);
  }
  return plan;
}

type Going = {
  sheet: FoundSheet;
  planning: Planning;
  plan: ImportPlan;
  byId: ReadonlyMap<string, KnownRow>;
  seen: Map<string, string | null>;
  /** Of the book, those that the sheet has; and where each stands in it. */
  columns: readonly BookColumn[];
  place: ReadonlyMap<FoundSheet['columns'][number]['is'], number>;
  keyOf: (values: Row) => string;
};

function planRow(going: Going, cells: readonly Cell[], at: number): void {
  const { sheet, planning, plan, byId, seen, columns, place } = going;
  const { register } = planning;
  const read = readCells(register, (column) => cells[place.get(column)!] ?? null, columns, planning);
  const cellOf = (field: string) =>
    cellName(sheet, (is) => typeof is === 'object' && is?.field === field, at);
  const before = plan.errorCount;
  for (const { field, message } of read.faults) fail(plan, cellOf(field), message);
  for (const { field, question } of read.questions) ask(plan, sheet, field, question);
  for (const { field, message } of read.warnings)
    if (plan.warnings.length < SHOWN) plan.warnings.push({ cell: cellOf(field), message });
  const agencyId = readAgency(going, cells, place.get('agency'), at);
  if (plan.errorCount > before || read.questions.length || !agencyId) return;
  const key = place.has('key') ? String(cells[place.get('key')!] ?? '').trim() : '';
  const known = key ? byId.get(key) : undefined;
  if (key && !known) {
    const cell = cellName(sheet, (is) => is === 'key', at);
    fail(plan, cell, 'Không có dòng nào mang khóa này: hãy xóa ô để thêm dòng mới.');
    return;
  }
  const values = known ? { ...known.values, ...read.row } : read.row;
  const planned = { row: at + 1, agencyId, values, known: known ?? null };
  if (known) {
    if (isSame(register, known, planned)) plan.same += 1;
    else plan.changed.push(planned);
    return;
  }
  const alike = going.keyOf(values);
  if (alike && seen.has(alike)) {
    if (plan.alike.length < SHOWN)
      plan.alike.push({ row: at + 1, title: String(values[register.title]), agencyName: seen.get(alike)! });
    if (planning.alike === 'skip') {
      plan.skipped += 1;
      return;
    }
  }
  seen.set(alike, null);
  plan.fresh.push(planned);
}

const fail = (plan: ImportPlan, cell: string, message: string): void => {
  plan.errorCount += 1;
  if (plan.errors.length < SHOWN) plan.errors.push({ cell, message });
};

function ask(
  plan: ImportPlan,
  sheet: FoundSheet,
  field: string,
  { of, readings }: { of: string; readings: { style: string; shown: string }[] },
): void {
  const asked = plan.questions.find((one) => one.field === field);
  if (asked) asked.many += 1;
  else {
    const { heading } = sheet.columns.find(({ is }) => typeof is === 'object' && is?.field === field)!;
    plan.questions.push({ field, heading, of, many: 1, readings });
  }
}

function readAgency(
  { sheet, planning, plan }: Going,
  cells: readonly Cell[],
  column: number | undefined,
  at: number,
): string | null {
  const cell = cellName(sheet, (is) => is === 'agency', at);
  const name = column === undefined ? '' : String(cells[column] ?? '').trim();
  const read = name ? planning.find('agency', name) : { value: planning.agencyId };
  const agencyId = 'value' in read ? read.value : null;
  if (!agencyId) {
    fail(
      plan,
      cell,
      'fault' in read
        ? read.fault
        : 'Chưa biết dòng này của cơ quan nào: hãy chọn cơ quan, hoặc thêm cột Cơ quan.',
    );
    return null;
  }
  if (planning.mayWriteFor(agencyId)) return agencyId;
  fail(plan, cell, 'Bạn không ghi được dòng của cơ quan này: hãy để chuyên viên đầu mối nhập, hoặc bỏ dòng.');
  return null;
}

const cellName = (
  sheet: FoundSheet,
  wanted: (is: FoundSheet['columns'][number]['is']) => boolean,
  at: number,
): string => {
  const column = sheet.columns.find(({ is }) => wanted(is));
  return `${column ? columnName(column.at) : ''}${at + 1}`;
};

/** What tells a row apart: the words of the fields it is known by; '' where nothing does. */
export function alikeKeys(register: Register): (values: Row) => string {
  const fields = register.alike.map((name): [string, AnyField] => [name, register.fields[name]!]);
  const word = (field: AnyField, value: unknown) =>
    value === null ? '' : folded(field.show(value, (_, id) => id, 'vi'));
  return (values) => {
    const words = fields.map(([name, field]) => word(field, values[name] ?? null));
    return words.some(Boolean) ? words.join('|') : '';
  };
}

/** Only what the sheet has columns for is compared. */
const isSame = (register: Register, known: KnownRow, { agencyId, values }: PlannedRow): boolean =>
  known.agencyId === agencyId &&
  Object.keys(register.fields).every(
    (name) => JSON.stringify(values[name] ?? null) === JSON.stringify(known.values[name] ?? null),
  );

/** Empty, a line of column numbers, or a total. */
function isNoRow({ columns }: FoundSheet, cells: readonly Cell[]): boolean {
  const known = columns.filter(({ is }) => is !== null).map(({ at }) => cells[at] ?? null);
  const filled = known.filter((cell) => cell !== null && cell !== '');
  if (!filled.length) return true;
  const words = cells.filter((cell) => cell !== null && cell !== '').map((cell) => String(cell).trim());
  if (
    words.length > 2 &&
    words.every((one) => /^\(?\d{1,2}\)?$/.test(one)) &&
    words.every((one, at) => Number(one.replace(/\D/g, '')) === Number(words[0]!.replace(/\D/g, '')) + at)
  )
    return true;
  return /^(tong|tong cong|tong so|cong)$/.test(folded(words[0]!));
}
