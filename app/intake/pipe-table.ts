/** Rows of cells as a Markdown pipe table, the first row as its head. Lines in a cell are joined by `<br>`. */
export function toPipeTable(rows: string[][]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const [head = [], ...body] = rows.map((row) => [
    ...row.map(cellText),
    ...Array<string>(width - row.length).fill(''),
  ]);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(Array<string>(width).fill('---')), ...body.map(line)].join('\n');
}

function cellText(text: string): string {
  return text
    .trim()
    .replace(/\|/g, '\\|')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '<br>');
}

// NĐ 30/2020/NĐ-CP and HD 36-HD/VPTW, Phụ lục: header and foot stand side by side without being a table.
const headerOrFoot =
  /cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản việt nam|độc lập\s*[-–]\s*tự do|^\s*nơi nhận\s*:?|^\s*(?:TM|KT|TL|TUQ|Q)\s*\.\s/imu;

/** True when a table only sets header or foot side by side: at most three columns, few rows, tell-tale words. */
export function isSideBySide(rows: string[][]): boolean {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (filled.length === 0 || filled.length > 8 || width > 4) return false;
  if (width === 1) return true;
  return filled.slice(0, 4).some((row) => row.some((cell) => headerOrFoot.test(cell)));
}

/** Header or foot as text: the left column from top to bottom, then the next, each cell a block of lines. */
export function toColumnsOfText(rows: string[][]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) =>
    rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== ''),
  );
  return columns
    .map((cells) => cells.join('\n'))
    .filter((column) => column !== '')
    .join('\n\n');
}
