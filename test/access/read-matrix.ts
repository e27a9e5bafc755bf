import { readdirSync, readFileSync } from 'node:fs';

/** Who calls, in the order of the columns of the matrix. */
export const columns = [
  'administrator',
  'focal-officer',
  'leader',
  'inspector',
  'own agency-focal',
  'own agency-head',
  'own staff',
  'other agency-focal',
  'other agency-head',
  'other staff',
  'other province',
  'stranger',
] as const;
export type Column = (typeof columns)[number];
export type Outcomes = Record<Column, string>;

/** One line of the matrix: a call with `{subjects}` to be filled in, and how each column fares. */
export type Line = {
  file: string;
  method: string;
  /** e.g. `/api/duties/{duty}?whose=mine` */
  address: string;
  body: unknown;
  isForm: boolean;
  /** The subject that an answer must mention to count as `yes`; without it the answer is `blind`. */
  shows: string | null;
  outcomes: Outcomes;
};

const folder = new URL('./matrix/', import.meta.url);

export const readMatrix = (): Line[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseMatrix(readFileSync(new URL(name, folder), 'utf8'), name));

/** @throws Error that names the line which is not as README.md says */
export function parseMatrix(text: string, file: string): Line[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^#.*/, '').trim())
    .filter(Boolean);
  if (lines.length % 2) throw new Error(`${file}: each call is one line, how it fares the next`);
  return Array.from({ length: lines.length / 2 }, (_, index) => ({
    file,
    ...parseCall(lines[index * 2]!, file),
    outcomes: parseOutcomes(lines[index * 2 + 1]!, file),
  }));
}

function parseCall(line: string, file: string) {
  const parts =
    /^(?<method>[A-Z]+) (?<address>\/\S*)(?: (?<form>form )?(?<body>\{.*\}|\[.*\]))?(?: shows (?<shows>\w+))?$/.exec(
      line,
    )?.groups;
  if (!parts) throw new Error(`${file}: “${line}” is no call`);
  return {
    method: parts.method!,
    address: parts.address!,
    body: parts.body ? JSON.parse(parts.body) : undefined,
    isForm: parts.form !== undefined,
    shows: parts.shows ?? null,
  };
}

function parseOutcomes(line: string, file: string): Outcomes {
  const words = line.split(/[\s|]+/);
  if (words.length !== columns.length)
    throw new Error(`${file}: “${line}” has ${words.length} outcomes instead of ${columns.length}`);
  return Object.fromEntries(columns.map((column, index) => [column, words[index]])) as Outcomes;
}

/** The outcomes as a line of the matrix, in columns that stand under each other. */
export function writeOutcomes(outcomes: Outcomes): string {
  const cell = (column: Column) => outcomes[column].padEnd(6);
  const group = (from: number, to: number) => columns.slice(from, to).map(cell).join(' ');
  return `  ${[group(0, 4), group(4, 7), group(7, 10), group(10, 12)].join(' | ').trimEnd()}`;
}
