import { type Clean, cleanFrom, joinClean } from './clean.ts';
import type { Line } from './lines.ts';

/** Cells row by row. */
export type Rows = Clean[][];

/** Last line of the one-cell-a-line table that begins with the bar at `from`, or -1. */
export function barTableEnd(lines: readonly Line[], from: number): number {
  let end = -1;
  for (let i = from; i < lines.length && i < from + 60_000; i++) {
    if (lines[i]!.form === 'bar') end = i;
    else if (lines[i]!.form === 'blank' && end === i - 1 && !barSoon(lines, i)) break;
    else if (i - end > 60) break;
    else if (lines[i]!.clean.text.endsWith('|')) end = i;
  }
  return end;
}

/** After a blank line right behind a bar: the table goes on if only blank lines and a bar follow. */
function barSoon(lines: readonly Line[], from: number): boolean {
  for (let i = from; i < lines.length && i < from + 3; i++) {
    if (lines[i]!.form === 'bar') return true;
    if (lines[i]!.form !== 'blank') return false;
  }
  return false;
}

/** One bar parts two cells; two bars part two rows; each further bar is an empty cell before the end of the row. */
export function barRows(lines: readonly Line[]): Rows {
  const rows: Rows = [];
  let row: Clean[] = [];
  let cell: Clean[] = [];
  let bars = 0;
  for (const line of lines) {
    if (line.form === 'bar') {
      if (cell.length > 0) row.push(joinCell(cell));
      cell = [];
      bars++;
      continue;
    }
    if (line.form === 'blank' || line.form === 'rule') continue;
    if (bars >= 2) {
      for (let k = 2; k < bars; k++) row.push({ text: '', at: [] });
      if (row.length > 0) rows.push(row);
      row = [];
    }
    bars = line.clean.text.endsWith('|') ? 1 : 0;
    cell.push(bars === 1 ? cleanFrom(line.clean, 0, line.clean.text.length - 1) : line.clean);
    if (bars === 1) {
      row.push(joinCell(cell));
      cell = [];
    }
  }
  if (cell.length > 0) row.push(joinCell(cell));
  if (row.length > 0) rows.push(row);
  return rows;
}

/** A new line before the head of another body is the end of a member of a list. */
const head =
  /^(?:Sở|Bộ|UBND|Ủy ban|Công an|Ban|Các|Văn phòng|Trung tâm|Thanh tra|Hội|Hiệp hội|Chi cục|Cục|Liên)[ ]/;
const joinCell = (lines: Clean[]): Clean =>
  joinClean(lines, (before, after) =>
    head.test(after) &&
    before.length < 70 &&
    /[\p{Ll}\p{Lu}]$/u.test(before) &&
    !/(?:và|của|các|thuộc|với|Thành)$/.test(before) &&
    isBodyLine(before)
      ? '; '
      : ' ',
  );
const isBodyLine = (text: string): boolean => head.test(text) || /^(?:xã|phường|ngành|đặc khu)/.test(text);

const ruleCell = /^:?-{2,}:?$/;

/** Rows of `| a | b |` lines. The line of dashes under the head is left out. */
export function pipeRows(lines: readonly Line[]): Rows {
  const rows: Rows = [];
  for (const line of lines) {
    if (line.form !== 'pipes') continue;
    const cells = pipeCells(line.clean);
    if (cells.length > 0 && !cells.every((cell) => cell.text === '' || ruleCell.test(cell.text)))
      rows.push(cells);
  }
  return rows;
}

function pipeCells(clean: Clean): Clean[] {
  const cells: Clean[] = [];
  const { text } = clean;
  let from = text.startsWith('|') ? 1 : 0;
  while (from <= text.length) {
    let to = text.indexOf('|', from);
    if (to < 0) to = text.length;
    if (to < text.length || text.slice(from).trim() !== '')
      cells.push(withoutBreaks(trimClean(clean, from, to)));
    from = to + 1;
  }
  return cells;
}

/** The lines of a cell that marks them with <br>, as one. */
function withoutBreaks(cell: Clean): Clean {
  if (!cell.text.includes('<br')) return cell;
  const lines: Clean[] = [];
  let from = 0;
  for (const mark of cell.text.matchAll(/<br ?\/?>/g)) {
    lines.push(trimClean(cell, from, mark.index));
    from = mark.index + mark[0].length;
  }
  return joinCell([...lines, trimClean(cell, from, cell.text.length)]);
}

function trimClean(clean: Clean, from: number, to: number): Clean {
  let begin = from;
  let end = to;
  while (begin < end && clean.text[begin] === ' ') begin++;
  while (end > begin && clean.text[end - 1] === ' ') end--;
  return cleanFrom(clean, begin, end);
}

/** Who signs a joint document stands side by side. */
const signature =
  /^(?:TM\.|KT\.|TL\.|CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|CHÁNH |BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG |HIỆU TRƯỞNG|PHÓ |ĐẠI DIỆN |LIÊN ĐOÀN|HỘI |SỞ |BAN )/;

/** True for a table that only sets a head or a foot in columns. */
export const isLayoutTable = (rows: Rows): boolean => {
  const text = rows
    .slice(0, 8)
    .map((row) => row.map((cell) => cell.text).join(' '))
    .join(' ')
    .slice(0, 1500);
  if (/CỘNG H[OÒ]A XÃ HỘI|Độc lập ?[-–]|ĐẢNG CỘNG SẢN VIỆT NAM/.test(text)) return true;
  if (rows.length < 4 && rows[0]!.every((cell) => signature.test(cell.text))) return true;
  return /N[ơo]i nh[ậa]n ?:|TM\. |KT\. |T\/M |TL\. /.test(text) && rows.length < 8;
};
