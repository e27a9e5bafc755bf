import type { Span } from '#libraries/document/index.ts';

/** Something read from the text, to be shown where it stands. `name` is a token: 'd3' (duty), 'e-d3' (evidence of it), 'c-0' (citation), 'h-symbol' (header). */
export type Mark = { name: string; span: Span };

/** Words under one set of marks. `hidden`: marks of Markdown, kept so that positions hold but not shown. */
export type Piece = { begin: number; end: number; names: string[]; hidden: boolean };
/** `joined`: follows the line before it without an empty line between them. */
export type Line = { begin: number; heading: boolean; joined: boolean; pieces: Piece[] };
export type Block = { kind: 'line'; line: Line } | { kind: 'table'; rows: Line[][] };

/** Cuts a text into lines and table rows, and these into pieces, so that every mark covers whole pieces. Empty lines are dropped. */
export function cutText(text: string, marks: readonly Mark[]): Block[] {
  const cuts = cutsOf(marks);
  const sorted = marks.toSorted((a, b) => a.span[0] - b.span[0]);
  const blocks: Block[] = [];
  let begin = 0;
  let joined = false;
  for (const line of text.split('\n')) {
    const span: Span = [begin, begin + line.length];
    begin = span[1] + 1;
    if (!line.trim()) {
      joined = false;
      continue;
    }
    if (!/^\s*\|.*\|\s*$/.test(line)) {
      blocks.push({ kind: 'line', line: { ...cutLine(text, span, cuts, sorted), joined } });
      joined = true;
      continue;
    }
    if (/^[\s|:-]+$/.test(line)) continue;
    const row = cellsOf(text, span).map((cell) => cutLine(text, cell, cuts, sorted));
    const last = blocks.at(-1);
    if (last?.kind === 'table') last.rows.push(row);
    else blocks.push({ kind: 'table', rows: [row] });
  }
  return blocks;
}

const cutsOf = (marks: readonly Mark[]): number[] =>
  [...new Set(marks.flatMap((mark) => mark.span))].sort((a, b) => a - b);

/** Spans between the bars of a pipe table's row. */
function cellsOf(text: string, [begin, end]: Span): Span[] {
  const bars: number[] = [];
  for (let at = begin; at < end; at++) if (text[at] === '|' && text[at - 1] !== '\\') bars.push(at);
  return bars.slice(1).map((bar, index) => [bars[index]! + 1, bar]);
}

function cutLine(text: string, span: Span, cuts: number[], marks: readonly Mark[]): Line {
  const line = text.slice(...span);
  const hidden = hiddenIn(line).map(([begin, end]): Span => [span[0] + begin, span[0] + end]);
  const within = marks.filter((mark) => mark.span[0] < span[1] && mark.span[1] > span[0]);
  const edges = [...span, ...hidden.flat(), ...between(cuts, span)];
  const points = [...new Set(edges)].sort((a, b) => a - b);
  const pieces = points.slice(1).map((end, index): Piece => {
    const begin = points[index]!;
    return {
      begin,
      end,
      names: within.filter((mark) => mark.span[0] < end && mark.span[1] > begin).map((mark) => mark.name),
      hidden: hidden.some((one) => one[0] <= begin && one[1] >= end),
    };
  });
  return { begin: span[0], heading: isHeading(line), joined: false, pieces };
}

function between(cuts: number[], [begin, end]: Span): number[] {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= begin) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while (stop < cuts.length && cuts[stop]! < end) stop++;
  return cuts.slice(low, stop);
}

const isHeading = (line: string): boolean =>
  /^#{1,6}\s/.test(line) || (/\p{Lu}/u.test(line) && line === line.toUpperCase() && line.length < 160);

/** Marks of Markdown in a line: '## ', '**', and a '*' or '_' pair around words. */
function hiddenIn(line: string): Span[] {
  const found: Span[] = [];
  for (const match of line.matchAll(/^#{1,6}\s+|\*\*|\\(?=[-.*_#|])/g))
    found.push([match.index, match.index + match[0].length]);
  for (const match of line.matchAll(/(?<!\*)\*(?![*\s])[^*]+(?<![*\s])\*(?!\*)/g)) {
    found.push([match.index, match.index + 1]);
    found.push([match.index + match[0].length - 1, match.index + match[0].length]);
  }
  return found;
}
