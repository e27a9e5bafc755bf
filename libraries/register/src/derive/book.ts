import type { AnyField, Cell, FromBook, Names, Part, Question, Style } from '../field.ts';
import type { CheckContext, Register, Row } from '../register.ts';
import { missing } from '../row.ts';
import { folded, say } from '../said.ts';

/** A column of a register's book. */
export type BookColumn = { field: string; part: Part; heading: string; spellings: readonly string[] };

type Kept = { withSealed: boolean; withFiles?: boolean };

/**
 * Columns of the book in the order of the form. Sealed fields can be brought but are never given out. Files are named
 * when given out but cannot be brought: whoever knew the name of somebody's file could put it into a row of their own.
 */
export const bookColumns = (register: Register, { withSealed, withFiles = true }: Kept): BookColumn[] =>
  register.sections
    .flatMap(({ fields }) => fields)
    .filter((name) => withSealed || !register.fields[name]!.isSealed)
    .filter((name) => withFiles || register.fields[name]!.refersTo !== 'file')
    .flatMap((name) => columnsOfField(register, name, register.fields[name]!));

function columnsOfField(register: Register, name: string, field: AnyField): BookColumn[] {
  const also = register.headings[name] ?? [];
  return field.parts.map((part, at) => {
    const headed = (words: string) => (part.said ? `${words}: ${say(part.said, 'vi')}` : words);
    const heading = headed(say(field.said, 'vi'));
    // An old book has one column for what has several here: it fills the first.
    const old = at === 0 ? [field.said[0], field.said[1], ...also] : [];
    return {
      field: name,
      part,
      heading,
      spellings: [heading, name, ...also.map(headed), ...old].map(folded),
    };
  });
}

/** Cells of a row, in the order of `columns`. */
export function rowToCells(
  register: Register,
  row: Row,
  columns: readonly BookColumn[],
  names: Names,
): Cell[] {
  const cells: Cell[] = [];
  let [made, of]: [Cell[], string] = [[], ''];
  // Columns of one field stand side by side, in the order of its parts.
  for (const { field: name } of columns) {
    if (name !== of) {
      of = name;
      const value = row[name] ?? null;
      made = value === null ? [] : [...register.fields[name]!.toCells(value, names)];
    }
    cells.push(made.shift() ?? null);
  }
  return cells;
}

export type CellFault = { field: string; message: string };
export type CellQuestion = { field: string; question: Question };

/** A row of a book, read: `cells` by the heading's column. `styles`: what was answered, by field. */
export function readCells(
  register: Register,
  cells: (column: BookColumn) => Cell,
  columns: readonly BookColumn[],
  {
    find,
    styles,
    ...context
  }: { find: FromBook['find']; styles: Record<string, Style | undefined> } & CheckContext,
): { row: Row; faults: CellFault[]; questions: CellQuestion[]; warnings: CellFault[] } {
  const row: Row = {};
  const [faults, questions]: [CellFault[], CellQuestion[]] = [[], []];
  for (const name of new Set(columns.map(({ field }) => field))) {
    const field = register.fields[name]!;
    const given = field.parts.map((part) => {
      const column = columns.find((one) => one.part === part);
      return column ? cells(column) : null;
    });
    const read = field.fromCells(given, { find, style: styles[name] ?? register.bookStyle });
    if ('fault' in read) faults.push({ field: name, message: read.fault });
    else if ('question' in read) questions.push({ field: name, question: read.question });
    else row[name] = read.value;
  }
  const open = new Set([...faults, ...questions].map(({ field }) => field));
  const findings = [...missing(register, row), ...(open.size ? [] : register.check(row, context))].filter(
    ({ field }) => !open.has(field),
  );
  return {
    row,
    faults: [...faults, ...findings.filter(({ isWarning }) => !isWarning)],
    questions,
    warnings: findings.filter(({ isWarning }) => isWarning),
  };
}
