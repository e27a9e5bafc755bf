/**
 * One line of a CSV file. A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
 * injection): what people wrote must not run on the desk of who opens the file.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => quote(String(cell ?? ''))).join(',')}\r\n`;

const quote = (cell: string): string => {
  const safe = /^[\s]*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
};
