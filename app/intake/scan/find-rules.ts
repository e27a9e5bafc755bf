import type { Canvas } from '@napi-rs/canvas';
import type { Rule } from '../layout/piece.ts';

const dark = 150;
/** Part of an inch below which a dark run is a letter, not a rule. */
const shortest = 0.4;

interface Run {
  from: number;
  to: number;
  /** First and last row (or column) it was seen on. */
  first: number;
  last: number;
}

/**
 * Rules of tables in the picture of a page, in points. They may be broken by up to 4 pixels and lean by half
 * a degree. `scale`: points a pixel.
 */
export function findRules(picture: Canvas, scale: number): Rule[] {
  const { width, height } = picture;
  const { data } = picture.getContext('2d').getImageData(0, 0, width, height);
  const mask = new Uint8Array(width * height);
  for (let at = 0; at < mask.length; at += 1)
    if (Math.max(data[4 * at]!, data[4 * at + 1]!, data[4 * at + 2]!) < dark) mask[at] = 1;
  const least = (shortest * 72) / scale;
  const flat = findRuns({ mask, lines: height, length: width, ofLine: width, step: 1 }, least);
  const upright = findRuns({ mask, lines: width, length: height, ofLine: 1, step: width }, least);
  return [
    ...flat.map(({ from, to, first, last }) => {
      const middle = ((first + last) / 2) * scale;
      return { left: from * scale, right: to * scale, top: middle, bottom: middle };
    }),
    ...upright.map(({ from, to, first, last }) => {
      const middle = ((first + last) / 2) * scale;
      return { left: middle, right: middle, top: from * scale, bottom: to * scale };
    }),
  ];
}

/** A picture looked at line by line, along rows or along columns: pixel `at` of `line` is `line*ofLine + at*step`. */
interface Lines {
  mask: Uint8Array;
  lines: number;
  length: number;
  ofLine: number;
  step: number;
}

/** Long dark runs, those on neighbouring lines joined; thick ones are pictures or seals and left out. */
function findRuns(picture: Lines, least: number): Run[] {
  const runs: Run[] = [];
  let open: Run[] = [];
  for (let line = 0; line < picture.lines; line += 1) {
    const next: Run[] = [];
    // Short runs only lengthen a rule that leans into this line.
    for (const [from, to] of darkRuns(picture, line, least / 5)) {
      const joined = open.find((run) => from <= run.to + 4 && to >= run.from - 4);
      if (joined) {
        joined.from = Math.min(joined.from, from);
        joined.to = Math.max(joined.to, to);
        joined.last = line;
      } else if (to - from >= least) next.push({ from, to, first: line, last: line });
    }
    runs.push(...next);
    open = [...open, ...next].filter((run) => run.last >= line - 2);
  }
  return runs.filter((run) => run.last - run.first < Math.max(8, (run.to - run.from) / 60));
}

function darkRuns({ mask, length, ofLine, step }: Lines, line: number, least: number): [number, number][] {
  const runs: [number, number][] = [];
  let from = -1;
  let last = -1;
  for (let at = 0, place = line * ofLine; at < length; at += 1, place += step) {
    if (mask[place] === 1) {
      if (from < 0) from = at;
      last = at;
    } else if (from >= 0 && at - last > 4) {
      if (last - from >= least) runs.push([from, last]);
      from = -1;
    }
  }
  if (from >= 0 && last - from >= least) runs.push([from, last]);
  return runs;
}
