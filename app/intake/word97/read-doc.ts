import { IntakeRefusal } from '../intake-refusal.ts';
import type { IntakeText } from '../intake-text.ts';
import { type FontRun, repairByFont } from '../legacy-encodings/by-font.ts';
import { repairByStatistics } from '../legacy-encodings/repair.ts';
import { createListCounters, type ListCounters } from '../lists/list-counters.ts';
import { noteMark } from '../note-mark.ts';
import { findSecrecyMark } from '../secrecy-gate.ts';
import { tidyText } from '../text.ts';
import { openCompoundFile } from './compound-file.ts';
import { readLists } from './lists.ts';
import { readCharacters, readPieces } from './piece-table.ts';
import { type Properties, type PropertyRun, readCharacterRuns, readParagraphRuns } from './properties.ts';
import { type Row, toRow, writeRows } from './rows.ts';
import { readFontNames, readStyleSheet, type StyleSheet } from './style-sheet.ts';
import { openWordFile } from './word-file.ts';

// Codes of property changes (MS-DOC 2.6.1, 2.6.2).
const sprm = {
  font: 0x4a51,
  asciiFont: 0x4a4f,
  characterStyle: 0x4a30,
  deleted: 0x0800,
  hidden: 0x083c,
  capitals: 0x083b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  list: 0x460b,
  listLevel: 0x260a,
} as const;

interface Reading {
  text: string;
  characters: PropertyRun[];
  paragraphs: PropertyRun[];
  styles: StyleSheet;
  fonts: string[];
  counters: ListCounters;
  encodings: Set<string>;
  notes: number;
}

/**
 * A Word 97–2003 document: text by its piece table, letters of TCVN3 and VNI fonts put into Unicode, automatic
 * numbers, tables, footnotes at the end.
 * @throws IntakeRefusal `encrypted`, `damaged`, `wrong-type` (also Word 95 and older), or `secret` when a page
 * header carries a secrecy stamp.
 */
export function readDoc(bytes: Uint8Array): IntakeText {
  const file = openWordFile(openCompoundFile(bytes));
  const pieces = readPieces(file);
  const reading: Reading = {
    text: readCharacters(file, pieces),
    characters: readCharacterRuns(file, pieces),
    paragraphs: readParagraphRuns(file, pieces),
    styles: readStyleSheet(file),
    fonts: readFontNames(file),
    counters: createListCounters(readLists(file)),
    encodings: new Set(),
    notes: 0,
  };
  const { text, footnotes, headers, comments, endnotes, boxes } = file.counts;
  if (reading.text.length < text) throw new IntakeRefusal('damaged');
  const afterNotes = text + footnotes;
  const head = readRange(reading, afterNotes, afterNotes + headers);
  if (findSecrecyMark(head.join('\n'))) throw new IntakeRefusal('secret');
  const body = readRange(reading, 0, text);
  const boxesFrom = afterNotes + headers + comments + endnotes;
  const inBoxes = readRange(reading, boxesFrom, boxesFrom + boxes);
  reading.notes = 0;
  const notes = readRange(reading, text, afterNotes).map((note) => note.replace(/^([⁰¹²³⁴-⁹]+)\s*/, '$1 '));
  const repaired = repairByStatistics(tidyText([...body, ...inBoxes, ...notes].join('\n\n')));
  const encodings = new Set([...reading.encodings, ...repaired.found]);
  return {
    form: 'doc',
    text: repaired.text,
    notes: [...encodings].map((encoding) => `Chữ theo bảng mã ${encoding} đã được chuyển sang Unicode.`),
  };
}

/** Blocks of the characters `from`–`to`. */
function readRange(reading: Reading, from: number, to: number): string[] {
  const blocks: string[] = [];
  let rows: Row[] = [];
  let cells: string[] = [];
  let cell: string[] = [];
  const closeTable = () => {
    if (rows.length > 0) blocks.push(writeRows(rows));
    rows = [];
  };
  for (let begin = from; begin < to; ) {
    const end = endOfParagraph(reading.text, begin, to);
    const run = findRun(reading.paragraphs, end - 1);
    const properties: Properties = new Map([
      ...reading.styles.get(run?.style ?? 0).paragraph,
      ...(run?.properties ?? []),
    ]);
    const isCellEnd = reading.text[end - 1] === '\x07';
    const isInTable = isCellEnd || properties.get(sprm.inTable)?.u8(0) === 1;
    if (isCellEnd && properties.get(sprm.rowEnd)?.u8(0) === 1) {
      rows.push(toRow(cells, properties));
      cells = [];
    } else {
      const text = readParagraph(reading, begin, end - 1, run?.style ?? 0, properties);
      if (!isInTable) closeTable();
      (isInTable ? cell : blocks).push(text);
      if (isCellEnd) {
        cells.push(cell.filter((line) => line !== '').join('\n'));
        cell = [];
      }
    }
    begin = end;
  }
  closeTable();
  return [...blocks, ...cell, ...cells].filter((block) => block !== '');
}

/** One past the mark that ends the paragraph: paragraph, cell or page mark. */
function endOfParagraph(text: string, begin: number, to: number): number {
  for (let at = begin; at < to; at += 1) if (/[\r\x07\x0c]/.test(text[at]!)) return at + 1;
  return to + 1;
}

function readParagraph(
  reading: Reading,
  begin: number,
  end: number,
  style: number,
  properties: Properties,
): string {
  const words = tidy(readWords(reading, begin, end, style));
  const list = properties.get(sprm.list)?.u16(0) ?? 0;
  if (list === 0 || list > 0x7fe) return words;
  const label = reading.counters.next(list, properties.get(sprm.listLevel)?.u8(0) ?? 0);
  return words === '' || label === '' ? words : `${label} ${words}`;
}

function readWords(reading: Reading, begin: number, end: number, style: number): string {
  const runs: FontRun[] = [];
  const ofStyle = reading.styles.get(style).character;
  for (let at = begin; at < end; ) {
    const run = findRun(reading.characters, at);
    const to = Math.min(end, run?.to ?? end);
    const own = run?.properties ?? new Map();
    const named = own.get(sprm.characterStyle);
    const all: Properties = new Map([
      ...ofStyle,
      ...(named ? reading.styles.get(named.u16(0)).character : []),
      ...own,
    ]);
    const isGone = all.get(sprm.deleted)?.u8(0) === 1 || all.get(sprm.hidden)?.u8(0) === 1;
    if (!isGone) {
      const font =
        all.get(sprm.font)?.u16(0) ?? all.get(sprm.asciiFont)?.u16(0) ?? reading.styles.defaultFont;
      runs.push({ text: reading.text.slice(at, to), font: reading.fonts[font] ?? null });
      if (all.get(sprm.capitals)?.u8(0) === 1) runs.at(-1)!.text = runs.at(-1)!.text.toUpperCase();
    }
    at = Math.max(at + 1, to);
  }
  // The optional hyphen is the letter ư of a TCVN3 font.
  const shown = hideFields(runs).map((run) => ({
    ...run,
    text: run.text.replace(/\x1f/g, '\xad').replace(/\x02/g, () => noteMark(++reading.notes)),
  }));
  const repaired = repairByFont(shown);
  for (const encoding of repaired.found) reading.encodings.add(encoding);
  return repaired.text;
}

/** Of a field only its result is printed: 0x13 instruction 0x14 result 0x15 (MS-DOC 2.8.25). */
function hideFields(runs: FontRun[]): FontRun[] {
  const open: boolean[] = [];
  return runs.map(({ text, font }) => {
    let shown = '';
    for (const letter of text) {
      if (letter === '\x13') open.push(true);
      else if (letter === '\x14' && open.length > 0) open[open.length - 1] = false;
      else if (letter === '\x15') open.pop();
      else if (!open.includes(true)) shown += letter;
    }
    return { text: shown, font };
  });
}

function tidy(words: string): string {
  return words
    .replace(/[\x0b\x0e]/g, '\n')
    .replace(/\x1e/g, '-')
    .replace(/\xa0/g, ' ')
    .replace(/[\x00-\x08\x0c\x0f-\x1f\xad\u200b-\u200f\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** The run that character `at` is in, by bisection. */
function findRun(runs: PropertyRun[], at: number): PropertyRun | null {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (run.to <= at) low = middle + 1;
    else if (run.from > at) high = middle - 1;
    else return run;
  }
  return null;
}
