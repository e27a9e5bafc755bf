import { cellText, fillMerged, type Grid } from '#app/trackers/sheet-grid.ts';

/** Sheets with every merged range filled in. */
export const readGrids = (sheets: readonly Parameters<typeof fillMerged>[0][]): Grid[] =>
  sheets.map(fillMerged);

/** The words of all sheets, a line a row: what a secrecy mark is looked for in. */
export const wordsOf = (grids: readonly Grid[]): string =>
  grids.flatMap(({ rows }) => rows.map((row) => row.map(cellText).join('  '))).join('\n');

export type { Grid };
