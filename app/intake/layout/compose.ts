import type { IntakePage, IntakeWord } from '../intake-text.ts';
import { noteMark } from '../note-mark.ts';
import type { Block } from './block.ts';
import { hasGap, type LayoutPage, type Line, type Piece, raisedSize } from './piece.ts';

interface Writer {
  text: string;
  words: { page: number; word: IntakeWord }[];
  inTable: boolean;
  /** Where each page's first text begins. */
  begins: (number | undefined)[];
}

/** Writes blocks out as text, with the spans of pages and of recognised words. */
export function compose(blocks: Block[], pages: LayoutPage[]): { text: string; pages: IntakePage[] } {
  const writer: Writer = { text: '', words: [], inTable: false, begins: pages.map(() => undefined) };
  const body = blocks.filter((block) => block.kind !== 'note' && hasWords(block));
  const notes = blocks.filter((block) => block.kind === 'note');
  writeBlocks(writer, body, '\n\n');
  const bodyEnd = writer.text.length;
  if (notes.length > 0 && bodyEnd > 0) writer.text += '\n\n';
  writeBlocks(writer, notes, '\n\n');
  return { text: writer.text, pages: spansOf(writer, pages, bodyEnd) };
}

/** Lone marks (a stray "$", a printed line of dots) are no text. */
function hasWords(block: Block): boolean {
  return (
    block.kind === 'table' ||
    block.lines.some((line) => line.pieces.some((piece) => /[\p{L}\d]/u.test(piece.text)))
  );
}

function writeBlocks(writer: Writer, blocks: Block[], between: string): void {
  blocks.forEach((block, at) => {
    if (at > 0) writer.text += between;
    if (block.kind === 'table') writeTable(writer, block.rows, block.page);
    else writeLines(writer, block.lines, block.kind !== 'lines', between);
  });
}

function writeLines(writer: Writer, lines: Line[], runOn: boolean, between: string): void {
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before && !runOn) writer.text += between === '\n\n' ? '\n' : between;
    if (before && runOn) writer.text += joint(writer.text, line);
    writer.begins[line.page] ??= writer.text.length;
    for (const [index, piece] of line.pieces.entries()) {
      if (index > 0 && hasGap(line.pieces[index - 1]!, piece)) writer.text += ' ';
      writePiece(writer, piece, line);
    }
    writer.text = writer.text.trimEnd();
  });
}

/** Symbols and ranges break after their hyphen or slash ("12-|CT/TW"), and nothing is to come between. */
function joint(text: string, line: Line): string {
  const next = line.pieces[0]?.text ?? '';
  const isSymbol = /[\p{L}\d][-/]$/u.test(text) && /^[\p{L}\d]/u.test(next);
  const isWordDash = /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(next);
  return isSymbol && !isWordDash ? '' : ' ';
}

function writePiece(writer: Writer, piece: Piece, line: Line): void {
  const isRaised = piece.size < raisedSize * line.size && piece.baseline < line.baseline - 1;
  const isMark = isRaised && /^\d{1,3}\s*$/.test(piece.text);
  const raw = isMark ? noteMark(piece.text) : piece.text;
  const cell = writer.inTable ? raw.replace(/\|/g, '\\|') : raw;
  const atStart = writer.text === '' || /\s$/.test(writer.text);
  const text = (atStart ? cell.trimStart() : cell) + (isMark && piece === line.pieces[0] ? ' ' : '');
  const begin = writer.text.length;
  writer.text += text;
  if (piece.box && piece.confidence !== undefined)
    writer.words.push({
      page: line.page,
      word: { begin, end: begin + text.length, box: piece.box, confidence: piece.confidence },
    });
}

function writeTable(writer: Writer, rows: Block[][][], page: number): void {
  writer.begins[page] ??= writer.text.length;
  writer.inTable = true;
  rows.forEach((row, at) => {
    if (at > 0) writer.text += '\n';
    writer.text += '|';
    for (const cell of row) {
      writer.text += ' ';
      writeBlocks(writer, cell, '<br>');
      writer.text += ' |';
    }
    if (at === 0) writer.text += `\n|${' --- |'.repeat(row.length)}`;
  });
  writer.inTable = false;
}

function spansOf(writer: Writer, pages: LayoutPage[], bodyEnd: number): IntakePage[] {
  const spans: IntakePage[] = [];
  let end = bodyEnd;
  for (let at = pages.length - 1; at >= 0; at -= 1) {
    const begin = Math.min(writer.begins[at] ?? end, end);
    const words = writer.words.filter(({ page }) => page === at).map(({ word }) => word);
    const { scanned } = pages[at]!;
    spans.unshift({ begin, end, scanned, ...(scanned ? { words } : {}) });
    end = begin;
  }
  return spans;
}
