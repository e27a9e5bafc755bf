import { type Block, joinBroken, layoutOf, toParagraphs } from './blocks.ts';
import { cleanFrom, sourceOf } from './clean.ts';
import { type Line, toLines } from './lines.ts';
import { spacedRows, spacedTableEnd } from './spaced-table.ts';
import { barRows, barTableEnd, isLayoutTable, pipeRows } from './tables.ts';
import { uncollapse } from './uncollapse.ts';

/** After this: paragraphs without hard wraps, tables as cells, furniture apart; every line in exactly one block, in order. */
export function toBlocks(text: string): Block[] {
  const lines: Line[] = [];
  for (const line of toLines(text)) for (const piece of uncollapse(line)) lines.push(piece);
  const layout = layoutOf(lines);
  const blocks: Block[] = [];
  let plain: Line[] = [];
  const flush = (): void => {
    if (plain.length > 0) for (const block of toParagraphs(plain, layout)) blocks.push(block);
    plain = [];
  };
  for (let i = 0; i < lines.length; ) {
    const end = tableEnd(lines, i);
    const spaced = end < 0 ? spacedTableEnd(text, lines, i) : -1;
    if (spaced > i) {
      flush();
      const run = lines.slice(i, spaced + 1);
      blocks.push(tableBlock(run, spacedRows(text, run)));
      i = spaced + 1;
      continue;
    }
    if (end < 0) {
      plain.push(lines[i]!);
      i++;
      continue;
    }
    const run = lines.slice(i, end + 1);
    const rows = run[0]!.form === 'bar' ? barRows(run) : pipeRows(run);
    if (rows.length === 0 || isLayoutTable(rows) || rows.every((row) => row.length < 2))
      plain.push(...asPlainLines(run));
    else {
      flush();
      blocks.push(tableBlock(run, rows));
    }
    i = end + 1;
  }
  flush();
  return joinBroken(blocks);
}

/** Last line of the table that begins at line `i`, or -1. Blank lines inside a table of pipes are passed over. */
function tableEnd(lines: readonly Line[], i: number): number {
  if (lines[i]!.form === 'bar') return barTableEnd(lines, i);
  if (lines[i]!.form !== 'pipes') return -1;
  let end = i;
  for (let k = i + 1; k < lines.length && k - end < 3; k++) {
    if (lines[k]!.form === 'pipes') end = k;
    else if (lines[k]!.form !== 'blank' && lines[k]!.form !== 'page') break;
  }
  return end;
}

function tableBlock(lines: Line[], rows: Block['rows']): Block {
  return {
    kind: 'table',
    clean: { text: '', at: [] },
    lines,
    marked: false,
    indent: 0,
    afterBlank: true,
    rows: rows ?? [],
  };
}

/** A table that only sets the head or the foot on the page: its cells become lines. */
function asPlainLines(run: readonly Line[]): Line[] {
  const lines: Line[] = [];
  let opensCell = true;
  for (const line of run) {
    if (line.form === 'bar') {
      lines.push({ ...line, form: 'rule' });
      opensCell = true;
    } else if (line.form === 'pipes') for (const cell of cellLines(line)) lines.push(...uncollapse(cell));
    else {
      const bar = line.clean.text.endsWith('|');
      const clean = bar ? cleanFrom(line.clean, 0, line.clean.text.length - 1) : line.clean;
      lines.push({ ...line, clean, afterBlank: line.afterBlank || opensCell });
      opensCell = bar || (opensCell && line.form === 'blank');
    }
  }
  return lines;
}

const cellBreak = /\||<br ?\/?>/g;

/** The cells of one `| a | b |` line, each as a line; together they cover it. */
function cellLines(line: Line): Line[] {
  const { text } = line.clean;
  const cells: Line[] = [];
  let from = 0;
  const add = (to: number): void => {
    let begin = from;
    let end = to;
    while (begin < end && text[begin] === ' ') begin++;
    while (end > begin && text[end - 1] === ' ') end--;
    if (end <= begin || /^[:-]+$/.test(text.slice(begin, end))) return;
    const at = cells.length === 0 ? line.begin : sourceOf(line.clean, begin);
    cells.push({
      ...line,
      begin: at,
      form: 'text',
      clean: cleanFrom(line.clean, begin, end),
      afterBlank: from === 0 || text[from - 1] === '|',
    });
  };
  for (const mark of text.matchAll(cellBreak)) {
    add(mark.index);
    from = mark.index + mark[0].length;
  }
  add(text.length);
  for (let i = 0; i + 1 < cells.length; i++) cells[i]!.end = cells[i + 1]!.begin;
  return cells.length > 0 ? cells : [{ ...line, form: 'rule' }];
}
