import {
  type AnyField,
  type Cell,
  common,
  type Field,
  type FromBook,
  type Names,
  type Options,
  type Read,
} from '../field.ts';
import { cellText, onePart } from '../one-part.ts';
import { type Language, say } from '../said.ts';

/** A line of a table within a row, by column; null where nothing stands. */
export type Line = Record<string, unknown>;

type TableOptions = Options & {
  /** Fields of one column each, neither sealed nor pointing elsewhere; the first that is free words takes old prose. */
  columns: Record<string, AnyField>;
};

const MOST = 200;
const BAR = ' | ';

/**
 * Rows within a row: a programme by day, who took part. Kept as words, one line a row with bars between its cells, and
 * so it stands in one cell of a book. A line without bars, as old papers have it, is read as prose: a day at its head
 * goes into the first column of days, the rest into the first column of words.
 */
export function table(vi: string, en: string, { columns, ...options }: TableOptions): Field<Line[]> {
  const names = Object.keys(columns);
  const show = (line: Line, namesOf: Names, language: Language) =>
    names.map((name) => (line[name] === null ? '' : columns[name]!.show(line[name], namesOf, language)));
  return onePart<Line[]>({
    kind: 'table',
    ...common(vi, en, options),
    column: { type: 'text', width: 60 },
    input: {
      control: 'table',
      columns: names.map((name) => {
        const { kind, said, isRequired, input } = columns[name]!;
        return { name, kind, said, isRequired, input };
      }),
    },
    filter: null,
    schema: { type: 'array', items: { type: 'object' } },
    parse: (given) => {
      if (given === null || given === undefined) return { value: null };
      if (typeof given === 'string') return fromCells(columns, given, {} as FromBook);
      if (!Array.isArray(given)) return { fault: 'Bảng này cần từng dòng.' };
      return readLines(given, (line) => parseLine(columns, line as Line));
    },
    toColumns: (value) => [
      value.map((line) => names.map((name) => plain(columns[name]!, line[name])).join(BAR)).join('\n'),
    ],
    fromColumns: ([kept]) =>
      String(kept)
        .split('\n')
        .map((line) => keptLine(columns, line)),
    toCells: (value, namesOf) => [value.map((line) => bookLine(columns, line, namesOf)).join('\n')],
    fromCells: ([cell], book) => fromCells(columns, cell ?? null, book),
    show: (value, namesOf, language) =>
      // What the history kept from before it was a table is prose.
      typeof value === 'string'
        ? value
        : value.map((line) => show(line, namesOf, language).filter(Boolean).join('; ')).join('\n'),
    lines: (value, namesOf, language) =>
      typeof value === 'string' ? [[value]] : value.map((line) => show(line, namesOf, language)),
    examples: [exampleOf(columns, 0), exampleOf(columns, 1).slice(0, 1)],
  });
}

const tidy = (words: string) => words.replaceAll('|', '/').replace(/\s+/g, ' ').trim();
const plain = (field: AnyField, value: unknown) =>
  value === null ? '' : tidy(String(field.toColumns(value)[0] ?? ''));
const bookLine = (columns: TableOptions['columns'], line: Line, names: Names) =>
  Object.entries(columns)
    .map(([name, field]) => {
      const [cell] = line[name] === null ? [null] : field.toCells(line[name], names);
      return tidy(cellText(cell ?? null) ?? '');
    })
    .join(BAR);

/** Reads line after line; what is empty is passed over, a fault names its line. */
function readLines(given: readonly unknown[], read: (line: unknown) => Read<Line>): Read<Line[]> {
  const lines: Line[] = [];
  for (const [index, one] of given.entries()) {
    const found = read(one);
    if ('question' in found) return found;
    if ('fault' in found) return { fault: `Dòng ${index + 1}: ${found.fault}` };
    if (found.value) lines.push(found.value);
  }
  if (lines.length > MOST) return { fault: `Nhiều nhất ${MOST} dòng: hãy đính tệp cho bảng dài hơn.` };
  return { value: lines.length ? lines : null };
}

function parseLine(columns: TableOptions['columns'], given: Line): Read<Line> {
  return lineOf(columns, (name, field) => {
    const value = given?.[name] ?? null;
    return field.parse(typeof value === 'string' ? tidy(value) : value);
  });
}

/** A line of its columns, each read on its own; null when nothing stands in any. */
function lineOf(
  columns: TableOptions['columns'],
  read: (name: string, field: AnyField, at: number) => Read<unknown>,
): Read<Line> {
  const line: Line = {};
  for (const [at, [name, field]] of Object.entries(columns).entries()) {
    const found = read(name, field, at);
    if ('question' in found) return found;
    if ('fault' in found) return { fault: `${say(field.said, 'vi')}: ${found.fault}` };
    line[name] = found.value;
  }
  const isEmpty = Object.values(line).every((value) => value === null);
  if (isEmpty) return { value: null };
  const lacking = Object.entries(columns).find(([name, field]) => field.isRequired && line[name] === null);
  return lacking ? { fault: `cần có ${say(lacking[1].said, 'vi').toLowerCase()}.` } : { value: line };
}

function fromCells(columns: TableOptions['columns'], cell: Cell, book: FromBook): Read<Line[]> {
  const given = (cellText(cell) ?? '').split('\n').filter((line) => line.trim());
  return readLines(given, (line) => {
    const words = String(line);
    if (!words.includes('|')) return { value: prose(columns, words) };
    const cells = words.split('|').map((one) => one.trim() || null);
    // Books of the program write the day first.
    const reading = { ...book, style: book.style ?? ('day-first' as const) };
    return lineOf(columns, (_, field, at) => field.fromCells([cells[at] ?? null], reading));
  });
}

/** What the column keeps; a line that the columns cannot read is prose of before. */
function keptLine(columns: TableOptions['columns'], words: string): Line {
  const cells = words.split('|').map((one) => one.trim() || null);
  const read = lineOf(columns, (_, field, at) =>
    cells[at] === undefined || cells[at] === null
      ? { value: null }
      : field.parse(field.input.control === 'number' ? Number(cells[at]) : cells[at]),
  );
  return words.includes('|') && 'value' in read && read.value ? read.value : prose(columns, words);
}

/** 'Ngày 12/3/2027: 8 giờ chào xã giao' as a day and words. */
function prose(columns: TableOptions['columns'], words: string): Line {
  const line: Line = Object.fromEntries(Object.keys(columns).map((name) => [name, null]));
  const [day] = Object.entries(columns).find(([, { input }]) => input.control === 'day') ?? [];
  const [free] = Object.entries(columns).find(([, { kind }]) => kind === 'text') ?? [];
  const [, head, rest] =
    /^\s*(?:[-+•]\s*)?(?:ngày\s+)?(\d{1,2}\/\d{1,2}\/\d{4})\s*[:.–-]?\s*(.*)$/iu.exec(words) ?? [];
  const read = day && head ? columns[day]!.fromCells([head], { style: 'day-first' } as FromBook) : null;
  const isDated = read !== null && 'value' in read && read.value !== null;
  if (isDated) line[day!] = read.value;
  if (free) line[free] = tidy(isDated ? rest! : words).slice(0, columns[free]!.input.longest ?? 500) || null;
  return line;
}

/** Two lines of the examples of its columns. */
const exampleOf = (columns: TableOptions['columns'], from: number): Line[] =>
  [from, from + 1].map((at) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, { examples }]) => [name, examples[at % examples.length]]),
    ),
  );
