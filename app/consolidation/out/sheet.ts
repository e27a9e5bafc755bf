/** A cell as a book writes it: text stays text, numbers stay numbers. */
export type CellValue = string | number | null;
export type SheetOf = {
  name: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly CellValue[])[];
  /** The last rows are totals, set bold. */
  totals?: number;
};
