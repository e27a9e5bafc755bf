/** A cell as it stands in the file. */
export type Cell = string | number | boolean | Date | null;
/** A sheet with every merged range filled in: each row says all that a reader of the sheet sees beside it. */
export type Grid = { name: string; rows: Cell[][]; acrossRows: ReadonlySet<number> };

/** `merged`: ranges of the file ('B3:B7'). What stands in the first cell of a range stands in all of them. */
export function fillMerged(sheet: { name: string; rows: Cell[][]; merged: string[] }): Grid {
  const rows = sheet.rows.map((row) => [...row]);
  const acrossRows = new Set<number>();
  for (const range of sheet.merged) {
    const found = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range.toUpperCase());
    if (!found) continue;
    const [left, right] = [columnAt(found[1]!), columnAt(found[3]!)];
    const [top, bottom] = [Number(found[2]) - 1, Math.min(Number(found[4]), rows.length) - 1];
    if (right > left + 2 && bottom === top) acrossRows.add(top);
    const value = rows[top]?.[left] ?? null;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= Math.min(right, left + WIDEST); column++) rows[row]![column] = value;
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    name: sheet.name,
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null)),
    acrossRows,
  };
}

const WIDEST = 100;

const columnAt = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** 0 → 'A', 27 → 'AB'. */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

/** The words of a cell; a date as offices write it. */
export function cellText(cell: Cell): string {
  if (cell === null || typeof cell === 'boolean') return '';
  if (cell instanceof Date) return dayText(cell);
  return String(cell)
    .normalize('NFC')
    .replace(/\r/g, '')
    .replace(/[ \t\u00A0]+/g, ' ')
    .replace(/ *\n+ */g, '\n')
    .trim();
}

/** '15/9/2026'; the file's days carry no time zone and are read as UTC. */
export const dayText = (day: Date): string =>
  `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
