import type { Span } from '../reading.ts';
import { type Clean, cleanFrom, emptyClean, joinClean, sourceOf } from '../text/clean.ts';
import { type Line, toLines } from '../text/lines.ts';
import { barRows, pipeRows, type Rows } from '../text/tables.ts';
import { type Attributes, element, escapeXml } from './xml.ts';

/** A stretch of the source that becomes an inline element. */
export interface Mark {
  span: Span;
  name: string;
  attributes: Attributes;
}

/** The words of the source, asked for by span. */
export interface Words {
  /** Hard wraps joined to one paragraph; page numbers and drawn rules dropped. */
  paragraph(span: Span): Clean;
  /** One for each printed line, cells of a table that only sets the page apart. */
  lines(span: Span): Clean[];
  /** Rows and cells; null where the lines make no table. */
  rows(span: Span): Rows | null;
}

/** Marks of Markdown are not among the words. Spans are into `text` as given. */
export function wordsOf(text: string): Words {
  const all = toLines(text);
  const within = ([begin, end]: Span): Line[] => {
    const found: Line[] = [];
    for (let i = firstAfter(all, begin); i < all.length && all[i]!.begin < end; i++) {
      const clean = clip(all[i]!.clean, begin, end);
      if (clean.text !== '') found.push({ ...all[i]!, clean });
    }
    return found;
  };
  const printed = (span: Span): Line[] => {
    const lines = within(span);
    const words = lines.filter((line) => line.form === 'text' || line.form === 'pipes');
    return words.length > 0 ? words : lines.filter((line) => line.form === 'page');
  };
  return {
    paragraph: (span) => withoutBreaks(joinClean([emptyClean, ...printed(span).map(plain)], glue)),
    lines: (span) => printed(span).flatMap((line) => cellsOf(line.clean)),
    rows: (span) => {
      const lines = within(span);
      const rows = lines.some((line) => line.form === 'pipes') ? pipeRows(lines) : barRows(lines);
      return rows.some((row) => row.length > 1) ? rows.map((row) => row.map(withoutBreaks)) : null;
    },
  };
}

const plain = (line: Line): Clean => line.clean;
/** Joins without a space after the hyphen of a symbol cut at the line end. */
const glue = (before: string, after: string): string =>
  /[\p{Lu}\d]-$/u.test(before) && /^\p{Lu}/u.test(after) ? '' : ' ';

/** A break that a table of Markdown prints as a tag is white space. */
function withoutBreaks(clean: Clean): Clean {
  const parts: Clean[] = [];
  let from = 0;
  for (const found of clean.text.matchAll(/<br ?\/?>/g)) {
    parts.push(cleanFrom(clean, from, found.index));
    from = found.index + found[0].length;
  }
  return from === 0 ? clean : joinClean([...parts, cleanFrom(clean, from)], () => ' ');
}

/** The cells of `| a | b |`, empty ones and the line of dashes left out; the line itself where it has no bar. */
function cellsOf(clean: Clean): Clean[] {
  if (!clean.text.includes('|')) return [withoutBreaks(clean)];
  const cells: Clean[] = [];
  let from = 0;
  for (const found of `${clean.text}|`.matchAll(/\|/g)) {
    const words = clean.text.slice(from, found.index);
    if (words.trim() !== '' && !/^[\s:-]+$/.test(words))
      cells.push(
        withoutBreaks(
          cleanFrom(clean, from + words.length - words.trimStart().length, from + words.trimEnd().length),
        ),
      );
    from = found.index + 1;
  }
  return cells;
}

function firstAfter(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of the words that stands in `[begin, end)` of the source, without space at its ends. */
function clip(clean: Clean, begin: number, end: number): Clean {
  let from = placeOf(clean, begin);
  let to = placeOf(clean, end);
  while (from < to && clean.text[from] === ' ') from++;
  while (to > from && clean.text[to - 1] === ' ') to--;
  return to <= from ? emptyClean : cleanFrom(clean, from, to);
}

/** First place of the words that stands at or after `offset` of the source. */
function placeOf(clean: Clean, offset: number): number {
  let low = 0;
  let high = clean.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sourceOf(clean, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words with inline elements: each layer of marks stands inside the layer before it. Marks of a layer are in order. */
export function inline(clean: Clean, layers: readonly (readonly Mark[])[]): string {
  const [marks, ...deeper] = layers;
  if (marks === undefined || clean.text === '') return escapeXml(clean.text);
  const [first, last] = [sourceOf(clean, 0), sourceOf(clean, clean.text.length - 1)];
  let xml = '';
  let at = 0;
  for (const mark of marks) {
    if (mark.span[1] <= first || mark.span[0] > last) continue;
    const begin = Math.max(at, placeOf(clean, mark.span[0]));
    const end = placeOf(clean, mark.span[1]);
    if (end <= begin) continue;
    xml += inline(cleanFrom(clean, at, begin), deeper);
    xml += element(mark.name, mark.attributes, inline(cleanFrom(clean, begin, end), deeper));
    at = end;
  }
  return xml + inline(cleanFrom(clean, at), deeper);
}
