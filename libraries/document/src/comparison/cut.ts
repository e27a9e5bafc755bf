import type { Span } from '../reading.ts';
import type { Copy } from './copy-words.ts';
import type { Difference } from './difference.ts';
import type { Run } from './runs.ts';
import { sideOf } from './sides.ts';

/** Fewer words than these missing at an end are words left out, not a copy that ends. */
const FEWEST = 12;
/** Most words that may stand after “[...]”: links and buttons of the page that cut the text. */
const MOST_AFTER_MARK = 80;
const mark = /[[(]\s*(?:\.{2,}|…)\s*[\])]|(?:\.{3,}|…)\s*$/;
const innerMark = /\[\s*(?:\.{2,}|…)\s*\]/;

type Found = Omit<Difference, 'id'>;

/** The truncation that the stretch is, or null. */
export function findCut(run: Run, ours: Copy, theirs: Copy): Found | null {
  const [n, m] = [run.aTo - run.aFrom, run.bTo - run.bFrom];
  const oursIsShort = n < m;
  const [short, long] = oursIsShort ? [ours, theirs] : [theirs, ours];
  const [shortFrom, shortTo] = oursIsShort ? [run.bFrom, run.bTo] : [run.aFrom, run.aTo];
  const [from, to] = oursIsShort ? [run.aFrom, run.aTo] : [run.bFrom, run.bTo];
  const missing = shortTo - shortFrom;
  if (n === m) return null;
  const atEnd = run.aTo === ours.words.length && run.bTo === theirs.words.length;
  const atStart = run.aFrom === 0 && run.bFrom === 0;
  const between = short.text.slice(
    short.words[from - 1]?.end ?? 0,
    short.words[from]?.begin ?? short.text.length,
  );
  const marked = atEnd ? mark.test(between) : innerMark.test(between) && to === from;
  const ends =
    atEnd && to === from && (missing >= FEWEST || marked) && !isAfterSignature(long, shortFrom, shortTo);
  const brokenOff =
    atEnd && marked && to - from <= MOST_AFTER_MARK && missing >= FEWEST && missing > 2 * (to - from);
  const inside = !atEnd && marked;
  const begins = atStart && to === from && missing >= FEWEST && !isHead(long, shortFrom, shortTo);
  if (!ends && !brokenOff && !inside && !begins) return null;
  return toDifference(run, ours, theirs, { oursIsShort, atEnd, marked, missing });
}

function toDifference(
  run: Run,
  ours: Copy,
  theirs: Copy,
  {
    oursIsShort,
    atEnd,
    marked,
    missing,
  }: { oursIsShort: boolean; atEnd: boolean; marked: boolean; missing: number },
): Found {
  const how = marked ? 'bị cắt bằng “[...]”' : atEnd ? 'dừng giữa chừng' : 'bắt đầu muộn';
  const edge = (copy: Copy, from: number, to: number): Span => [
    copy.words[from - 1]?.end ?? 0,
    atEnd ? copy.text.trimEnd().length : (copy.words[to]?.begin ?? copy.text.length),
  ];
  return {
    class: 'truncation',
    detail: 'cut',
    ours: { ...sideOf(ours, run.aFrom, run.aTo), edit: edge(ours, run.aFrom, run.aTo) },
    theirs: { ...sideOf(theirs, run.bFrom, run.bTo), edit: edge(theirs, run.bFrom, run.bTo) },
    likely: oursIsShort ? 'theirs' : 'ours',
    why: `Một bản ${how}: thiếu ${missing} chữ so với bản kia.`,
  };
}

/** Buttons and links of a page below the signature: in the foot, after a signer has been named. */
export function isAfterSignature({ words }: Copy, from: number, to: number): boolean {
  const tail = words.slice(from, to);
  return (
    tail.every((word) => word.part === 'foot' && !word.signs) &&
    words.slice(0, from).some((word) => word.part === 'foot' && word.signs)
  );
}

/** Whole lines of the head, or of what a page puts before it. */
export const isHead = ({ words }: Copy, from: number, to: number): boolean =>
  words.slice(from, to).every((word) => word.part === 'head' || word.part === 'boilerplate') &&
  words[from]?.first === true &&
  words[to - 1]?.last === true;
