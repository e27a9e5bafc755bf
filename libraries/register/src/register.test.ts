import { describe, expect, test } from 'vitest';
import { allowedTransitions } from './allowed-transitions.ts';
import { findFaultsOfAll } from './check-declaration.ts';
import { countryCodes, countryNames, countryOf } from './countries.ts';
import { defineRegister } from './define-register.ts';
import { bookColumns, readCells } from './derive/book.ts';
import { columnsOf, compareTable, migrationOf } from './derive/table.ts';
import type { Cell } from './field.ts';
import { fieldOfEveryKind } from './fields/kinds.ts';
import { link } from './fields/link.ts';
import { money } from './fields/money.ts';
import { period } from './fields/period.ts';
import { place } from './fields/place.ts';
import { text } from './fields/text.ts';
import { libraryBook } from './library-book.test-data.ts';
import { readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { find, keepsItsPromises, registerContract } from './register-contract.test-data.ts';
import { readForm } from './row.ts';

// biome-ignore lint/suspicious/noExplicitAny: declarations that TypeScript would refuse, as data can be.
const define = (changed: object) => defineRegister({ ...libraryBook, ...changed } as any);
const books = define({});
const context = { today: '2026-11-23', thresholds: { copies: 9 } };

describe('every kind of field', () => {
  test.each(fieldOfEveryKind.map((field) => [field.kind, field] as const))(
    '%s keeps its promises',
    (_, field) => keepsItsPromises(field),
  );
});

registerContract(books);

test('a declaration that is not sound names its culprit', () => {
  const faultOf = (changed: object) => {
    try {
      define(changed);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(faultOf({ list: ['titel'] })).toBe('library-book.list: no field "titel"; did you mean "title"?');
  expect(faultOf({ list: ['donor'] })).toBe('library-book.list: no field "donor"');
  expect(faultOf({ title: 'genre' })).toBe(
    'library-book.title: "genre" must be required words: rows are called by it',
  );
  expect(faultOf({ list: ['readerPhone'] })).toBe(
    'library-book.list: "readerPhone" is sealed and cannot stand here',
  );
  expect(faultOf({ filters: ['sequel'] })).toBe(
    'library-book.filters: no field "sequel"; did you mean "sequels"?',
  );
  expect(faultOf({ fields: { ...libraryBook.fields, from: text('Từ', 'From') } })).toContain(
    'library-book.fields.from: SQL keeps this word for itself',
  );
  expect(faultOf({ basis: ' ' })).toContain('library-book.basis');
  expect(
    faultOf({ sections: [{ said: ['A', 'A'], fields: Object.keys(libraryBook.fields).slice(1) }] }),
  ).toBe('library-book.sections: "title" stands in none');
  const [timer] = libraryBook.timers!;
  expect(faultOf({ timers: [{ ...timer, from: 'lendOn' }] })).toBe(
    'library-book.timers.return: no field "lendOn"; did you mean "lentOn"?',
  );
  expect(faultOf({ timers: [{ ...timer, from: 'price' }] })).toBe(
    'library-book.timers.return: "price" is no day',
  );
  expect(faultOf({ timers: [{ ...timer, source: '' }] })).toBe('library-book.timers.return: cites no source');
  expect(faultOf({ timers: [{ ...timer, where: { state: ['lend'] } }] })).toBe(
    'library-book.timers.return: "state" is never "lend"; did you mean "lent"?',
  );
  const transitions = [{ ...libraryBook.workflow!.transitions[0], to: 'lost' }];
  expect(faultOf({ workflow: { ...libraryBook.workflow, transitions } })).toContain(
    'library-book.workflow.lend: no state "lost"',
  );
  expect(faultOf({ indicators: [{ ...libraryBook.indicators![0], sum: 'title' }] })).toContain(
    '"title" cannot be added up',
  );
  expect(faultOf({ indicators: [{ ...libraryBook.indicators![0], key: 'lent' }] })).toContain(
    'must begin with "library-book."',
  );
  expect(faultOf({ fields: { ...libraryBook.fields, state: libraryBook.fields.title } })).toContain(
    'library-book.fields.state: every register has its own field of this name',
  );
});

test('registers together: names once, links that lead somewhere', () => {
  const other = define({
    name: 'other',
    indicators: [],
    fields: { ...libraryBook.fields, book: link('Sách', 'Book', { to: 'register:libary-book' }) },
  });
  expect(findFaultsOfAll([books, books, other])).toEqual(
    expect.arrayContaining([
      '"library-book" is declared twice',
      'other.fields.book: no register "libary-book"; did you mean "library-book"?',
    ]),
  );
  expect(findFaultsOfAll([books])).toEqual([]);
});

test('a form is read field by field; what it does not name stays, what is wrong is said', () => {
  const before = { title: 'Dế Mèn phiêu lưu ký', copies: 2 };
  const read = readForm(
    books,
    { copies: 12, lentOn: '2026-11-20', returnedOn: '2026-11-19' },
    { ...context, before },
  );
  expect(read.row).toMatchObject({ title: 'Dế Mèn phiêu lưu ký', copies: 12 });
  expect(read.faults).toEqual([{ field: 'returnedOn', message: 'Trả trước ngày mượn.' }]);
  expect(read.warnings.map(({ field }) => field)).toEqual(['copies']);
  const wrong = readForm(books, { title: ' ', copies: 'ba', colour: 'đỏ' }, context);
  expect(wrong.faults.map(({ field }) => field)).toEqual(['colour', 'copies', 'title']);
});

test('who may carry a row on, and what is lacking', () => {
  const state = (row: object, state: string, ...stands: Parameters<typeof allowedTransitions>[3]) =>
    allowedTransitions(books, row as never, state, stands).map(({ transition, lacking }) => [
      transition.name,
      ...lacking,
    ]);
  expect(state({}, 'shelf', 'own-agency')).toEqual([['lend', 'lentOn']]);
  expect(state({ lentOn: '2026-11-20' }, 'shelf', 'focal-officer')).toEqual([['lend']]);
  expect(state({}, 'lent', 'own-agency')).toEqual([]);
  expect(state({}, 'lent', 'leader')).toEqual([['return']]);
});

test('the migration makes the table that the declaration wants', () => {
  const sql = migrationOf(books);
  expect(sql).toContain('create table library_book (');
  expect(sql).toContain('  price numeric, -- Giá\n  price_currency text,\n  price_rate_on date,');
  expect(sql).toContain('  title text not null, -- Nhan đề');
  expect(sql).toContain('  reader_phone bytea,');
  expect(compareTable(books, columnsOf(books))).toEqual([]);
  const old = columnsOf(books).filter(({ name }) => name !== 'copies');
  expect(compareTable(books, [...old, { name: 'shelf', type: 'text', isRequired: true }])).toEqual([
    'library-book: table library_book, column copies is missing: write a migration that adds it',
    'library-book: table library_book, column shelf must be filled, and no field fills it',
  ]);
});

test('columns of a book are known by their words, by old headings, and money fills from one cell', () => {
  const columns = bookColumns(books, { withSealed: false });
  expect(columns.map(({ heading }) => heading)).toEqual([
    'Nhan đề',
    'Loại',
    'Năm in',
    'Giá',
    'Giá: loại tiền',
    'Giá: ngày tỷ giá',
    'Số bản',
    'Ngày mượn',
    'Ngày trả',
    'Các tập sau',
  ]);
  expect(columns.find(({ field }) => field === 'copies')!.spellings).toContain('so cuon');
  const cells: Record<string, Cell> = {
    'Nhan đề': 'Truyện Kiều',
    Loại: 'THƠ',
    Giá: '1.060.000,50 đồng',
    'Số bản': '1.060',
  };
  const read = readCells(books, ({ heading }) => cells[heading] ?? null, columns, {
    ...context,
    find,
    styles: {},
  });
  expect([read.faults, read.questions]).toEqual([[], []]);
  expect(read.row).toMatchObject({
    genre: 'verse',
    price: { amount: 1060000.5, currency: 'VND' },
    copies: 1060,
  });
  expect(read.warnings).toEqual([{ field: 'copies', message: 'Nhiều hơn 9 bản.', isWarning: true }]);
  cells.Giá = '1.060';
  const asked = readCells(books, ({ heading }) => cells[heading] ?? null, columns, {
    ...context,
    find,
    styles: {},
  });
  expect(asked.questions).toEqual([
    {
      field: 'price',
      question: {
        of: '1.060',
        readings: [
          { style: 'decimal-comma', shown: '1.060' },
          { style: 'decimal-point', shown: '1,06' },
        ],
      },
    },
  ]);
  const told = readCells(books, ({ heading }) => cells[heading] ?? null, columns, {
    ...context,
    find,
    styles: { price: 'decimal-point' },
  });
  expect(told.row.price).toMatchObject({ amount: 1.06 });
});

test.each([
  ['1.060.000,50', 1060000.5],
  ['1,060,000.50', 1060000.5],
  ['1 060 000', 1060000],
  ['1.060.000', 1060000],
  ['1060,5', 1060.5],
  ['0.125', 0.125],
  ['-12', -12],
  ['', null],
])('the number %s', (given, value) => expect(readNumber(given)).toEqual({ value }));

test.each(['1.06.000', '12a', '1,2,3.4.5', '--1'])('no number: %s', (given) =>
  expect(readNumber(given)).toHaveProperty('fault'),
);

test.each([
  ['5/2/2026', '2026-02-05'],
  ['05.02.26', '2026-02-05'],
  ['2026-02-05', '2026-02-05'],
  ['ngày 05 tháng 02 năm 2026', '2026-02-05'],
  [46058, '2026-02-05'],
  [new Date('2026-02-05T00:00:00Z'), '2026-02-05'],
])('the day %s', (given, value) => expect(readDay(given)).toEqual({ value }));

test('a day that can only be written month first makes the column a question', () => {
  expect(readDay('31/02/2026')).toHaveProperty('fault');
  expect(readDay('12/31/2024')).toEqual({
    question: { of: '12/31/2024', readings: [{ style: 'month-first', shown: '31/12/2024' }] },
  });
  expect(readDay('03/04/2024', 'month-first')).toEqual({ value: '2024-03-04' });
  expect(readDay('03/04/2024')).toEqual({ value: '2024-04-03' });
});

test('what old books write in one cell', () => {
  const of = (
    field: { fromCells: (cells: Cell[], book: { find: typeof find }) => unknown; parts: readonly unknown[] },
    cell: Cell,
  ) => field.fromCells([cell, ...field.parts.slice(1).map(() => null)], { find });
  const amount = money('Vốn', 'Funds');
  expect(of(amount, '28.000.000 USD')).toEqual({ value: { amount: 28e6, currency: 'USD', rateOn: null } });
  expect(of(amount, '1,5 tỷ đồng')).toEqual({ value: { amount: 1.5e9, currency: 'VND', rateOn: null } });
  expect(of(amount, '500 triệu')).toEqual({ value: { amount: 5e8, currency: 'VND', rateOn: null } });
  expect(of(amount, '12 xu')).toHaveProperty('fault');
  const time = period('Thời gian', 'Period');
  expect(of(time, '2023-2025')).toEqual({ value: { from: '2023-01-01', to: '2025-12-31' } });
  expect(of(time, '01/2024 - 6/2024')).toEqual({ value: { from: '2024-01-01', to: '2024-06-30' } });
  expect(of(time, '5/2/2024 đến 8/2/2024')).toEqual({ value: { from: '2024-02-05', to: '2024-02-08' } });
  expect(of(time, 2024)).toEqual({ value: { from: '2024-01-01', to: '2024-12-31' } });
  const where = place('Địa bàn', 'Place');
  expect(of(where, 'Xã Nhơn Ái, huyện Phong Điền')).toEqual({
    value: { commune: 'Xã Nhơn Ái', oldDistrict: 'huyện Phong Điền' },
  });
});

test('every country is found by both its names', () => {
  const lost = countryCodes.filter((code) => countryNames(code).some((name) => countryOf(name) !== code));
  expect(lost).toEqual([]);
  expect(['Mỹ', 'lao', 'HAN QUOC', 'Nga', 'Úc'].map(countryOf)).toEqual(['US', 'LA', 'KR', 'RU', 'AU']);
});
