import type { Filter } from './filter.ts';
import type { Language, Said } from './said.ts';

/** What a cell of a sheet holds. */
export type Cell = string | number | boolean | Date | null;

/** How a book writes what can be read in two ways: '1.060', '03/04/2025'. A person says it once for a column. */
export type Style = 'decimal-comma' | 'decimal-point' | 'day-first' | 'month-first';

/** A value read, the sentence that says why it cannot be, or what must be asked first. Null: nothing stands there. */
export type Read<V> = { value: V | null } | { fault: string } | { question: Question };
export type Question = { of: string; readings: { style: Style; shown: string }[] };

/** What an id points at. */
export type Target = 'agency' | 'person' | 'document' | 'duty' | 'file' | `register:${string}`;
/** Names of what ids point at; an id that is not known is shown as '…'. */
export type Names = (target: Target, id: string) => string;
/** The id that a name in a book stands for, or a sentence. */
export type Find = (target: Target, name: string) => Read<string>;
export type FromBook = { find: Find; style?: Style | undefined };

export type ColumnType =
  | 'text'
  | 'numeric'
  | 'bigint'
  | 'date'
  | 'boolean'
  | 'uuid'
  | 'text[]'
  | 'uuid[]'
  | 'bytea';

/** One column of the table and of the Excel book. A field has one; money, a period and a place have more. */
export type Part = {
  /** Added to the field's name: '' of a field's only part, else 'currency'. */
  suffix: string;
  type: ColumnType;
  /** Added to the field's heading in a book: ['loại tiền', 'currency']. */
  said?: Said;
  /** What a drop-down of the book offers. */
  offers?: readonly string[];
  /** Width of the book's column, in letters. */
  width?: number;
};

/** The control a form shows. */
export type Input = {
  control:
    | 'line'
    | 'text'
    | 'number'
    | 'money'
    | 'day'
    | 'partial-day'
    | 'period'
    | 'yes-no'
    | 'choice'
    | 'choices'
    | 'reference'
    | 'references'
    | 'file'
    | 'place'
    | 'table';
  /** Of a line: what a phone's keyboard offers. */
  type?: 'text' | 'tel' | 'email' | 'url';
  longest?: number;
  unit?: string;
  decimals?: number;
  choices?: { value: string; said: Said }[];
  target?: Target;
  /** Of a table: the controls of a line, in their order. */
  columns?: { name: string; kind: string; said: Said; isRequired: boolean; input: Input }[];
};

/** Of the OpenAPI page: a piece of JSON Schema. */
export type JsonSchema = { [key: string]: unknown };

/**
 * A field of a register: its words and all that its kind does with a value. `V` is what the form sends and the list
 * answers, plain JSON; absent values are null and never reach these functions.
 */
export type Field<V> = {
  kind: string;
  said: Said;
  hint: Said | null;
  isRequired: boolean;
  /** Encrypted in the database and read with a reason. */
  isSealed: boolean;
  refersTo: Target | null;
  parts: readonly Part[];
  input: Input;
  filter: Filter | null;
  schema: JsonSchema;
  /** Reads what a form sends. */
  parse: (given: unknown) => Read<V>;
  /** What stands in the columns, one for each part; and back, where not all of them are empty. */
  toColumns: (value: V) => unknown[];
  fromColumns: (columns: readonly unknown[]) => V;
  /** What stands in a book, one cell for each part; and back. */
  toCells: (value: V, names: Names) => Cell[];
  fromCells: (cells: readonly Cell[], book: FromBook) => Read<V>;
  /** In words, for a list or a page. */
  show: (value: V, names: Names, language: Language) => string;
  /** In the words of a list, where they are fewer. */
  brief?: (value: V) => string;
  /** Of a table within a row: the words of its cells, line by line. */
  lines?: (value: V, names: Names, language: Language) => string[][];
  /** Ids that the value points at. */
  pointsAt: (value: V) => readonly string[];
  /** Values that must survive form → row → form → book → row. */
  examples: readonly V[];
};

// biome-ignore lint/suspicious/noExplicitAny: a register holds fields of many values side by side.
export type AnyField = Field<any>;

export type Options = { required?: boolean; hint?: Said };

/** What every factory of a kind says alike. */
export const common = (vi: string, en: string, { required = false, hint }: Options) => ({
  said: [vi, en] as Said,
  hint: hint ?? null,
  isRequired: required,
  isSealed: false,
});
