import type { IntakePage } from '../intake-text.ts';
import type { Block } from './block.ts';
import { compose } from './compose.ts';
import { splitFootnotes } from './footnotes.ts';
import { dropFurniture } from './furniture.ts';
import { toLines } from './lines.ts';
import { type Margins, measureMargins } from './margins.ts';
import { toParagraphs } from './paragraphs.ts';
import { type LayoutPage, type Line, textOf } from './piece.ts';
import { findFoot, findHeader, type SideBySide } from './side-by-side.ts';
import { continueTable, type PlacedTable, takeTables } from './tables.ts';

/** What is known of a page before its lines are put in order. */
interface Sheet {
  lines: Line[];
  notes: Line[][];
  tables: PlacedTable[];
  margins: Margins;
}

/**
 * Pages of placed pieces to text in reading order: header and foot column by column, paragraphs on one line
 * also over page breaks, ruled tables as pipe tables, page numbers and running heads dropped, footnotes last.
 */
export function layOut(pages: LayoutPage[]): { text: string; pages: IntakePage[] } {
  const sheets = toSheets(pages);
  const blocks: Block[] = [];
  let running: Line[] = [];
  const marginsOf = (line: Line) => sheets[line.page]!.margins;
  const flush = () => {
    blocks.push(...toParagraphs(running, marginsOf));
    running = [];
  };
  for (const sheet of sheets)
    for (const item of inOrder(sheet)) {
      if (!('blocks' in item)) {
        running.push(item);
        continue;
      }
      flush();
      const [first, ...others] = item.blocks;
      const last = blocks.at(-1);
      if (first && !(item.isTable && last && continueTable(last, first))) blocks.push(first);
      blocks.push(...others);
    }
  flush();
  const notes = sheets.flatMap((sheet) => sheet.notes.map((lines): Block => ({ kind: 'note', lines })));
  return compose([...blocks, ...notes], pages);
}

function toSheets(pages: LayoutPage[]): Sheet[] {
  const taken = pages.map((page, at) => takeTables(page, at));
  const all = pages.map((page, at) => toLines({ ...page, pieces: taken[at]!.rest }, at));
  const kept = dropFurniture(
    all,
    pages.map((page) => page.height),
  );
  const bodySize = sizeOfMost(kept.flat());
  const split = kept.map((lines, at) => splitFootnotes(lines, pages[at]!.rules, bodySize));
  const whole = measureMargins(split.flatMap(({ body }) => body));
  return split.map(({ body, notes }, at) => ({
    lines: body,
    notes,
    tables: taken[at]!.tables,
    margins: measureMargins(body, whole),
  }));
}

/** The font size of most letters, in points. */
function sizeOfMost(lines: Line[]): number {
  const weights = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + textOf(line.pieces).length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

type Item = Line | { blocks: Block[]; isTable: boolean };

function inOrder(sheet: Sheet): Item[] {
  const { lines, margins } = sheet;
  const header = findHeader(lines, margins);
  const foot = findFoot(lines, margins);
  const placed: { at: number; item: Item }[] = [];
  const columns = [header, foot].filter((found) => found !== null);
  lines.forEach((line, at) => {
    const found = columns.find(({ from, to }) => at >= from && at < to);
    if (!found) placed.push({ at: line.baseline, item: line });
    else if (found.from === at)
      placed.push({ at: line.baseline, item: { blocks: blocksOf(found, found === foot), isTable: false } });
  });
  for (const { top, blocks } of sheet.tables) placed.push({ at: top, item: { blocks, isTable: true } });
  return placed.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

function blocksOf(found: SideBySide, isFoot: boolean): Block[] {
  const columns = [isFoot ? found.left.reduce<Line[]>(joinRecipient, []) : found.left, found.right];
  return columns.filter((lines) => lines.length > 0).map((lines) => ({ kind: 'lines', lines }));
}

/** "Nơi nhận:" and its dash lines: the further lines of a recipient run on. */
function joinRecipient(joined: Line[], line: Line): Line[] {
  const text = textOf(line.pieces);
  const before = joined.at(-1);
  const begins = /^(?:[-–—+•*]|\d+[.)]|N[ơo]i nh)/u.test(text);
  if (!before || begins || joined.length < 2) return [...joined, line];
  const shift = before.right + 4 - line.left;
  const moved = line.pieces.map((piece) => ({
    ...piece,
    left: piece.left + shift,
    right: piece.right + shift,
  }));
  return [
    ...joined.slice(0, -1),
    { ...before, pieces: [...before.pieces, ...moved], right: line.right + shift },
  ];
}
