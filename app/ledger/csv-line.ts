/**
 * One line of a CSV file. A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
 * injection): what people wrote must not run on the desk of who opens the file.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `"${cells.map(harmless).join('","')}"\r\n`;
}

const formula = /^[\s]*[=+\-@]|^[\t\r]/;

function harmless(cell: string | number | null): string {
  const words = String(cell ?? '');
  const safe = formula.test(words) ? `'${words}` : words;
  return safe.includes('"') ? safe.replaceAll('"', '""') : safe;
}
