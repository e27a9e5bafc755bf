import type { Line } from './piece.ts';

/** What stands between two blank lines of the text. */
export type Block =
  /** Lines that run on into one another. */
  | { kind: 'paragraph'; lines: Line[] }
  /** Lines that end where they are printed to end: titles, header, foot. */
  | { kind: 'lines'; lines: Line[] }
  /** Rows of cells; a cell is the blocks in it. */
  | { kind: 'table'; rows: Block[][][]; columns: number[]; page: number }
  /** A footnote: as a paragraph, but set at the end of the text. */
  | { kind: 'note'; lines: Line[] };
