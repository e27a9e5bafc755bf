/**
 * A piece of text on a page: a run of a PDF or a recognised word.
 * All lengths are points (1/72 inch) from the top left corner of the page, y growing downwards.
 */
export interface Piece {
  text: string;
  left: number;
  right: number;
  baseline: number;
  /** Height of the letters' body, near the font size. */
  size: number;
  /** Box for pointing at a recognised word, in parts (0–1) of the page. */
  box?: [left: number, top: number, right: number, bottom: number];
  /** 0–1, only for recognised words. */
  confidence?: number;
  /** Recognised words know their line; runs of a PDF are put into lines by their baselines. */
  lineKey?: number;
}

/** A drawn straight line, horizontal or vertical. */
export interface Rule {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A page as its pieces and rules. `scanned`: the pieces were recognised. */
export interface LayoutPage {
  width: number;
  height: number;
  pieces: Piece[];
  rules: Rule[];
  scanned: boolean;
}

/** Pieces that stand on one line, from left to right. */
export interface Line {
  pieces: Piece[];
  left: number;
  right: number;
  baseline: number;
  /** Size of most of its letters. */
  size: number;
  page: number;
}

/** Raised marks are smaller than this part of the size of their line. */
export const raisedSize = 0.85;

/** The printed text of pieces on one line, spaced by the gaps between them. */
export function textOf(pieces: Piece[]): string {
  return pieces
    .map((piece, at) => (at > 0 && hasGap(pieces[at - 1]!, piece) ? ' ' : '') + piece.text)
    .join('')
    .trim();
}

/** True when a reader would see a space between two neighbours on a line. */
export function hasGap(before: Piece, after: Piece): boolean {
  // Recognition cuts symbols after their hyphen ("06/QĐ- TTg").
  if (before.lineKey !== undefined)
    return !(/[\p{Lu}\d][-/]$/u.test(before.text) && /^[\p{Lu}\d]/u.test(after.text));
  if (/\s$/.test(before.text) || /^\s/.test(after.text)) return false;
  return after.left - before.right > 0.17 * Math.max(before.size, after.size);
}
