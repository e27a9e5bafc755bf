/**
 * One line of a CSV file. A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
 * injection): what people wrote must not run on the desk of who opens the file.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  let line = '';
  for (const cell of cells) line += `${line && ','}${quote(cell === null ? '' : String(cell))}`;
  return `${line}\r\n`;
}

const formula = /^[\s]*[=+\-@]|^[\t\r]/;

const quote = (cell: string): string => {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return `"${safe.includes('"') ? safe.replaceAll('"', '""') : safe}"`;
};
