import type { Block } from './block.ts';
import type { Margins } from './margins.ts';
import { type Line, textOf } from './piece.ts';

/** Labels that begin a paragraph when the one before has ended. */
const label =
  /^(?:\d{1,3}(?:\.\d{1,3})*[.)]\s|\d{1,3}(?:\.\d{1,3})+\s|[a-zđ]{1,2}[.)]\s|[IVXL]{1,6}\s?\.\s|(?:Điều|Chương|Mục|Phần|Phụ lục)\s+[\dIVXL]+|[-+•*–]\s?\p{L})/u;
const sentenceEnd = /[.;:!?”"…]\s*$|\.\/\.?\s*$/u;

interface Flow {
  blocks: Block[];
  previous: Line | null;
  /** Left edge of the second and later lines of the open paragraph, once known. */
  hang: number | null;
}

/**
 * Lines in reading order as paragraphs, by indent, gap and unfilled last lines; centred lines stay lines.
 * A paragraph goes on over a page break when its last line is full and the next is not indented.
 * `marginsOf` gives the margins of the page a line is on.
 */
export function toParagraphs(lines: Line[], marginsOf: (line: Line) => Margins): Block[] {
  const flow: Flow = { blocks: [], previous: null, hang: null };
  const titles = findTitles(lines, marginsOf);
  for (const [at, line] of lines.entries()) addLine(flow, line, titles[at]!, marginsOf);
  return flow.blocks;
}

function addLine(flow: Flow, line: Line, isTitle: boolean, marginsOf: (line: Line) => Margins): void {
  const margins = marginsOf(line);
  const open = flow.blocks.at(-1);
  const previous = flow.previous;
  flow.previous = line;
  if (!open || !previous || open.kind === 'table') {
    begin(flow, line, isTitle);
  } else if (isTitle || open.kind === 'lines') {
    if (isTitle && open.kind === 'lines' && isSameTitle(previous, line, margins)) open.lines.push(line);
    else begin(flow, line, isTitle);
  } else if (goesOn(flow, open.lines, previous, line, margins, marginsOf(previous))) {
    open.lines.push(line);
    flow.hang = line.left;
  } else {
    begin(flow, line, false);
  }
}

/** Which lines are of a title: centred ones, and those close below one with the same middle. */
function findTitles(lines: Line[], marginsOf: (line: Line) => Margins): boolean[] {
  const titles: boolean[] = [];
  lines.forEach((line, at) => {
    const margins = marginsOf(line);
    const before = lines[at - 1];
    const isBelowTitle =
      before !== undefined && titles[at - 1] === true && continuesTitle(before, line, margins);
    titles.push(isCentred(line, margins) || (isBelowTitle && sharesMiddle(before, line, margins)));
  });
  return titles;
}

function sharesMiddle(above: Line, line: Line, margins: Margins): boolean {
  const isWholeWidth = Math.abs(line.left - margins.left) < 3 && Math.abs(line.right - margins.right) < 3;
  const shift = Math.abs(above.left + above.right - line.left - line.right) / 2;
  return shift < 5 && !isWholeWidth && !label.test(textOf(line.pieces));
}

function begin(flow: Flow, line: Line, isTitle: boolean): void {
  flow.blocks.push({ kind: isTitle ? 'lines' : 'paragraph', lines: [line] });
  flow.hang = null;
}

/** Lines close together are one title, unless capitals change to small letters where the line was not full. */
function isSameTitle(previous: Line, line: Line, margins: Margins): boolean {
  if (!continuesTitle(previous, line, margins)) return false;
  return isShouted(previous) === isShouted(line) || isFilled(previous, line, margins);
}

function continuesTitle(previous: Line, line: Line, margins: Margins): boolean {
  const gap = line.baseline - previous.baseline;
  return line.page === previous.page && gap < 1.9 * Math.max(margins.pitch, line.size * 1.15);
}

function goesOn(
  flow: Flow,
  open: Line[],
  previous: Line,
  line: Line,
  margins: Margins,
  marginsBefore: Margins,
): boolean {
  const text = textOf(line.pieces);
  const before = textOf(previous.pieces);
  const samePage = line.page === previous.page;
  const gap = line.baseline - previous.baseline;
  if (samePage && gap > 1.32 * Math.max(margins.pitch, line.size * 1.1)) return false;
  const hasEnded = sentenceEnd.test(before);
  const runsOn = !hasEnded && (/^[\p{Ll}\d(]/u.test(text) || /[-/,]$/.test(before)) && !label.test(text);
  if (label.test(text) && hasEnded && !isDoubtfulLabel(line, margins)) return false;
  const shift = samePage ? 0 : margins.left - marginsBefore.left;
  const isFull = isFilled(previous, line, marginsBefore);
  if (!isFull && !runsOn) return false;
  if (flow.hang !== null) {
    if (line.left - shift > flow.hang + 9) return false;
    return line.left - shift > flow.hang - 9 || runsOn;
  }
  // The second line: back at the margin, or hung under the words after the label.
  if (line.left < margins.left + 9) return true;
  if (line.left - shift < open[0]!.left - 9 || runsOn) return true;
  const words = open[0]!.pieces.find((piece) => piece.left > open[0]!.left + 6);
  return label.test(before) && words !== undefined && Math.abs(line.left - shift - words.left) < 9;
}

/** An unsure recognised label at the margin of running text, such as "6)" for "(i)". */
function isDoubtfulLabel(line: Line, margins: Margins): boolean {
  const confidence = line.pieces[0]?.confidence;
  return confidence !== undefined && confidence < 0.8 && line.left < margins.left + 9;
}

/** True when the first word of `next` would not have fitted at the end of `line`. */
function isFilled(line: Line, next: Line, margins: Margins): boolean {
  const text = textOf(next.pieces);
  const firstWord = text.split(/\s/)[0] ?? '';
  const width = ((next.right - next.left) / Math.max(1, text.length)) * (firstWord.length + 1);
  return line.right + width > margins.right - 3;
}

/** True for a line set in the middle, away from the place where first lines begin. */
export function isCentred(line: Line, margins: Margins): boolean {
  if (!isInMiddle(line, margins) || line.left < margins.left + 12) return false;
  if (Math.abs(line.left - margins.indent) < 5) return isShouted(line) && line.right < margins.right - 20;
  return line.right < margins.right - 6;
}

function isInMiddle(line: Line, margins: Margins): boolean {
  const middle = (line.left + line.right) / 2;
  return Math.abs(middle - (margins.left + margins.right) / 2) < 0.035 * (margins.right - margins.left);
}

function isShouted(line: Line): boolean {
  const text = textOf(line.pieces);
  return text === text.toUpperCase() && /\p{L}/u.test(text) && !label.test(text);
}
