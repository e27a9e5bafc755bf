import { type Clean, joinClean } from './clean.ts';
import type { Line } from './lines.ts';
import type { Rows } from './tables.ts';

// `pdftotext -layout` and typewriter tables: columns told apart by runs of spaces.

interface Piece {
  from: number;
  to: number;
}

/** Words of a line that stand apart by two spaces or more, with their columns on the page. */
function piecesOf(text: string, line: Line): Piece[] {
  const pieces: Piece[] = [];
  const end = line.end - line.begin;
  let from = -1;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(line.begin + i);
    const space = code === 32 || code === 10 || code === 13 || code === 12 || code === 0xa0;
    if (!space && from < 0) from = i;
    const gap = space && (i + 1 >= end || isSpaceAt(text, line.begin + i + 1));
    if (gap && from >= 0) {
      pieces.push({ from, to: i });
      from = -1;
    }
  }
  if (from >= 0) pieces.push({ from, to: end });
  return pieces;
}

const isSpaceAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10 || code === 13 || Number.isNaN(code);
};

const indexHead = /^(?:STT|TT|Stt|Số TT)$/;
const holderHead = /chủ trì|thực hiện|phụ trách|trách nhiệm|đơn vị|cơ quan/i;

/** True for the head of such a table: a number column, a task, a body. */
function isHead(text: string, line: Line): boolean {
  if (line.form !== 'text' || !/(?:STT|TT)(?= {2}|$)/.test(text.slice(line.begin, line.begin + 60)))
    return false;
  const pieces = piecesOf(text, line);
  return (
    pieces.length >= 3 &&
    indexHead.test(wordsAt(text, line, pieces[0]!)) &&
    pieces.slice(1).some((piece) => holderHead.test(wordsAt(text, line, piece)))
  );
}

const wordsAt = (text: string, line: Line, piece: Piece): string =>
  text.slice(line.begin + piece.from, line.begin + piece.to).trim();

/** Last line of the table whose head is line `i`, or -1. Two blank lines, or a line of running text, end it. */
export function spacedTableEnd(text: string, lines: readonly Line[], i: number): number {
  if (!isHead(text, lines[i]!)) return -1;
  const numberEnd = piecesOf(text, lines[i]!)[1]!.from;
  let end = i;
  for (let k = i + 1; k < lines.length && k < i + 4000; k++) {
    const line = lines[k]!;
    if (line.form === 'blank' || line.form === 'page') continue;
    const pieces = piecesOf(text, line);
    const first = pieces[0]!;
    const runs = pieces.length === 1 && first.to - first.from > 70;
    const heading =
      line.afterBlank &&
      pieces.length === 1 &&
      /^(?:[IVX]+\.|\d+\.|Điều|N[ơo]i nh|Ghi chú)/.test(line.clean.text) &&
      first.from >= 3 &&
      first.to > numberEnd + 4;
    if (runs || heading || /^N[ơo]i nh[ậa]n|^TM\./.test(line.clean.text)) break;
    end = k;
  }
  return end > i ? end : -1;
}

/** Rows of the table: a new row where the first column holds a number or a Roman number. */
export function spacedRows(text: string, lines: readonly Line[]): Rows {
  const columns = columnsOf(text, lines);
  const rows: Clean[][][] = [];
  for (const line of lines) {
    if (line.form !== 'text') continue;
    const cells = cellsOf(text, line, columns);
    const opens =
      rows.length === 0 ||
      (cells[0] !== undefined && /^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Z])[.)]?$/.test(cells[0].text));
    if (opens) rows.push(columns.map(() => []));
    cells.forEach((cell, k) => {
      if (cell !== undefined) rows.at(-1)![k]!.push(cell);
    });
  }
  return rows.map((row) =>
    row.map((parts) => joinClean(parts.length > 0 ? parts : [{ text: '', at: [] }], () => ' ')),
  );
}

/** Where the columns begin: places with print in some line after a gutter that is blank in nearly all. */
function columnsOf(text: string, lines: readonly Line[]): number[] {
  const width = 260;
  const print = new Uint16Array(width);
  let count = 0;
  for (const line of lines) {
    if (line.form !== 'text') continue;
    count++;
    for (const piece of piecesOf(text, line))
      for (let x = piece.from; x < Math.min(piece.to, width); x++) print[x]!++;
  }
  const few = Math.floor(count * 0.04);
  const starts: number[] = [];
  let blank = 2;
  for (let x = 0; x < width; x++) {
    if (print[x]! <= few) blank++;
    else {
      if (blank >= 2) starts.push(x);
      blank = 0;
    }
  }
  return starts;
}

function cellsOf(text: string, line: Line, columns: readonly number[]): (Clean | undefined)[] {
  const cells: (Clean | undefined)[] = columns.map(() => undefined);
  for (const piece of piecesOf(text, line)) {
    const middle = piece.from + 1;
    let k = columns.findLastIndex((start) => start <= middle);
    if (k < 0) k = 0;
    const at = line.begin + piece.from;
    const words = text.slice(at, line.begin + piece.to).trimEnd();
    const known = cells[k];
    cells[k] =
      known === undefined
        ? { text: words, at: [0, at] }
        : joinClean([known, { text: words, at: [0, at] }], () => ' ');
  }
  return cells;
}
