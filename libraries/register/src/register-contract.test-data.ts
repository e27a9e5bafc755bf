import { describe, expect, test } from 'vitest';
import { bookColumns, readCells, rowToCells } from './derive/book.ts';
import { migrationOf } from './derive/table.ts';
import type { AnyField, Find, Names } from './field.ts';
import type { Register, Row } from './register.ts';
import { fromColumns, readForm, toColumns } from './row.ts';

/** Stand-ins for the register of agencies and the like: a name holds its id. */
export const names: Names = (target, id) => `${target} ${id}`;
export const find: Find = (target, name) =>
  name.startsWith(`${target} `) ? { value: name.slice(target.length + 1) } : { fault: `Không có ${name}.` };

/** What a field of any kind keeps: its examples survive every way a value can go. */
export function keepsItsPromises(field: AnyField): void {
  expect(field.examples.length, 'examples').toBeGreaterThan(0);
  expect(
    field.said.every((words) => words.trim()),
    'words in both languages',
  ).toBe(true);
  expect(new Set(field.parts.map(({ suffix }) => suffix)).size).toBe(field.parts.length);
  for (const nothing of [null, undefined]) expect(field.parse(nothing)).toEqual({ value: null });
  expect(
    field.fromCells(
      field.parts.map(() => null),
      { find },
    ),
  ).toEqual({ value: null });
  for (const example of field.examples) {
    expect(field.parse(structuredClone(example)), 'form').toEqual({ value: example });
    const columns = field.toColumns(example);
    expect(columns).toHaveLength(field.parts.length);
    expect(field.fromColumns(columns), 'row').toEqual(example);
    const cells = field.toCells(example, names);
    expect(cells).toHaveLength(field.parts.length);
    expect(field.fromCells(cells, { find }), 'book').toEqual({ value: example });
    for (const language of ['vi', 'en'] as const) expect(field.show(example, names, language)).not.toBe('');
    if (field.refersTo) expect(field.pointsAt(example).length).toBeGreaterThan(0);
  }
}

/** What every declared register keeps; called for each of them where they are gathered. */
export function registerContract(register: Register): void {
  const context = { today: '2026-11-23', thresholds: valuesOf(register) };
  describe(register.name, () => {
    test.each(Object.entries(register.fields))('field %s keeps the promises of its kind', (_, field) =>
      keepsItsPromises(field),
    );
    test('has words in both languages, a basis and a title', () => {
      for (const said of [register.said, register.one])
        expect(said.every((words) => words.trim())).toBe(true);
      expect(register.basis.trim()).not.toBe('');
      expect(register.fields[register.title]!.isRequired).toBe(true);
    });
    test('no two columns of its table or headings of its book are the same', () => {
      const names = migrationOf(register).match(
        /^ {2}[a-z_0-9]+ (?=uuid|text|date|numeric|bigint|bool|bytea|int|timest)/gm,
      )!;
      expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([]);
      const headings = bookColumns(register, { withSealed: true }).map(({ heading }) => heading);
      expect(headings.filter((one, at) => headings.indexOf(one) !== at)).toEqual([]);
    });
    test('an example of every field survives form → row → form → book → row', () => {
      const longest = Math.max(...Object.values(register.fields).map(({ examples }) => examples.length));
      for (let at = 0; at < longest; at++) {
        const given: Row = Object.fromEntries(
          Object.entries(register.fields).map(([name, { examples }]) => [
            name,
            examples[at % examples.length],
          ]),
        );
        // What its own check says of made-up rows is not asked here.
        const { row } = readForm({ ...register, check: () => [] }, given, context);
        expect(row).toEqual(given);
        const columns = toColumns(register, row);
        const back = Object.fromEntries(
          Object.entries(register.fields).map(([name, field]) => [name, fromColumns(name, field, columns)]),
        );
        expect(back).toEqual(given);
        const book = bookColumns(register, { withSealed: true });
        const cells = rowToCells(register, row, book, names);
        const read = readCells(
          { ...register, check: () => [] },
          (column) => cells[book.indexOf(column)] ?? null,
          book,
          { ...context, find, styles: {} },
        );
        expect([read.faults, read.questions]).toEqual([[], []]);
        expect(read.row).toEqual(given);
      }
    });
    test('its check takes a row in which nothing stands', () => {
      const empty = Object.fromEntries(Object.keys(register.fields).map((name) => [name, null]));
      expect(() => register.check(empty, context)).not.toThrow();
    });
  });
}

const valuesOf = ({ thresholds }: Register) =>
  Object.fromEntries(Object.entries(thresholds).map(([name, { value }]) => [name, value]));
