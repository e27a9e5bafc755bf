import { snake } from './define-register.ts';
import type { AnyField, Part } from './field.ts';
import type { CheckContext, Finding, Register, Row } from './register.ts';
import { folded } from './said.ts';

export type FieldFault = { field: string; message: string };

/** Name of the column in which a part of a field stands. */
export const columnOf = (field: string, { suffix }: Pick<Part, 'suffix'>): string =>
  snake(suffix ? `${field}-${suffix}` : field);

/** Reads what a form sends, field by field; fields it does not name stay as `before` has them. */
export function readForm(
  register: Register,
  given: Record<string, unknown>,
  { before = {}, ...context }: { before?: Row } & CheckContext,
): { row: Row; faults: FieldFault[]; warnings: FieldFault[] } {
  const nothing = Object.fromEntries(Object.keys(register.fields).map((name) => [name, null]));
  const [row, faults]: [Row, FieldFault[]] = [{ ...nothing, ...before }, []];
  for (const name of Object.keys(given))
    if (!register.fields[name]) faults.push({ field: name, message: 'Sổ này không có mục này.' });
  for (const [name, field] of Object.entries(register.fields)) {
    if (!(name in given)) continue;
    const read = field.parse(given[name]);
    if ('fault' in read) faults.push({ field: name, message: read.fault });
    else if ('question' in read)
      faults.push({ field: name, message: `“${read.question.of}” đọc được theo nhiều cách: hãy ghi rõ.` });
    else row[name] = read.value;
  }
  const findings = [...missing(register, row), ...(faults.length ? [] : register.check(row, context))];
  return {
    row,
    faults: [
      ...faults,
      ...findings.filter((one) => !one.isWarning && !faults.some(({ field }) => field === one.field)),
    ],
    warnings: findings.filter((one) => one.isWarning),
  };
}

/** Required fields in which nothing stands. */
export const missing = (register: Register, row: Row): Finding[] =>
  Object.entries(register.fields)
    .filter(([name, field]) => field.isRequired && (row[name] ?? null) === null)
    .map(([name, field]) => ({ field: name, message: `Cần có ${field.said[0].toLowerCase()}.` }));

/** The row as its table holds it, by column. */
export const toColumns = (register: Register, row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(register.fields).flatMap(([name, field]) => {
      const value = row[name] ?? null;
      const columns = value === null ? [] : field.toColumns(value);
      return field.parts.map((part, at) => [columnOf(name, part), columns[at] ?? null]);
    }),
  );

/** What a field holds, from the columns of its table. */
export function fromColumns(name: string, field: AnyField, columns: Record<string, unknown>): unknown {
  const values = field.parts.map((part) => columns[columnOf(name, part)] ?? null);
  return values[0] === null ? null : field.fromColumns(values);
}

/** `fromColumns` for many rows: where each field stands is found once. What is sealed is left out. */
export function rowReader(
  register: Register,
  fields: readonly string[],
): (columns: Record<string, unknown>) => Row {
  const places = fields.flatMap((name) => {
    const field = register.fields[name]!;
    const [first, ...more] = field.parts.map((part) => columnOf(name, part)) as [string, ...string[]];
    return field.isSealed ? [] : [{ name, field, first, more }];
  });
  return (columns) => {
    const row: Row = {};
    for (const { name, field, first, more } of places) {
      const value = columns[first] ?? null;
      row[name] =
        value === null ? null : field.fromColumns([value, ...more.map((column) => columns[column] ?? null)]);
    }
    return row;
  };
}

/** What a row is found by: its words, folded; what is sealed and what only points elsewhere is left out. */
export const searchWords = (register: Register, row: Row): string =>
  folded(
    Object.entries(register.fields)
      .filter(([name, field]) => !field.isSealed && !field.refersTo && (row[name] ?? null) !== null)
      .map(([name, field]) => field.show(row[name], () => '', 'vi').slice(0, 400))
      .join(' ')
      .slice(0, 4000),
  );
