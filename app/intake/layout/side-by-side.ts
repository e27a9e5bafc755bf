import { toLine } from './lines.ts';
import type { Margins } from './margins.ts';
import { type Line, type Piece, textOf } from './piece.ts';

/** Lines `from` (inclusive) to `to` (exclusive) of a page, which are set in two columns. */
export interface SideBySide {
  from: number;
  to: number;
  left: Line[];
  right: Line[];
}

// NĐ 30/2020/NĐ-CP, Phụ lục I, and HD 36-HD/VPTW: the motto, or the Party's name, heads the right column.
const motto = /^(?:CỘNG\s*H(?:ÒA|OÀ|OA|ÓA)\s*XÃ\s*HỘI|ĐẢNG\s*CỘNG\s*SẢN\s*VIỆT)/iu;
const dateLine = /ng[àa]y.{0,24}th[áa]ng.{0,24}n[ăa]m/iu;
/** Recognition may lose the first word, which is in bold italics. */
const recipients = /^(?:N[ơoớờ][iïí]\s*)?nh[ậaâ]n\s*:|^Nơi nhận/iu;
const authority =
  /^(?:(?:TM|T\/M|KT|TL|TUQ|Q)\s*\.|(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|BÍ THƯ|CHÁNH VĂN PHÒNG|THỨ TRƯỞNG|PHÓ CHỦ TỊCH|TRƯỞNG BAN)\b)/u;

/** The header at the top of a page: issuer and number left, motto, place and date right. Null if there is none. */
export function findHeader(lines: Line[], margins: Margins): SideBySide | null {
  const at = lines.slice(0, 14).findIndex((line) => findMotto(line) !== null);
  const start = at < 0 ? undefined : findMotto(lines[at]!);
  if (start === undefined || start === null) return null;
  const rightMiddle = (start + lines[at]!.right) / 2;
  if (start < margins.left + 60) return null;
  let to = at + 1;
  let dated = false;
  for (; to < Math.min(lines.length, at + 12); to += 1) {
    const line = lines[to]!;
    const [left, right] = splitAt(line, start);
    if (right.length > 0 && left.length === 0 && !isUnder(right, rightMiddle, margins)) break;
    if (left.length > 0 && right.length === 0 && !(line.right < start + 8)) break;
    if (right.length > 0 && left.length > 0 && !hasChannel(left, right)) break;
    if (dated && (right.length > 0 || line.baseline - lines[to - 1]!.baseline > 2.4 * line.size)) break;
    if (/^Kính gửi/iu.test(textOf(line.pieces))) break;
    dated ||= dateLine.test(textOf(right));
  }
  const from = lines.slice(0, at).every((line) => line.right < start + 8 || line.left > start - 40) ? 0 : at;
  return columnsOf(lines, from, to, start);
}

/** The foot: recipients left, who signs right. It may begin with either. Null if the page has none. */
export function findFoot(lines: Line[], margins: Margins): SideBySide | null {
  const middle = (margins.left + margins.right) / 2;
  const at = lines.findIndex((line) => recipients.test(textOf(line.pieces)));
  if (at < 0) return null;
  let from = at;
  for (let above = at - 1; above >= Math.max(0, at - 3); above -= 1) {
    const line = lines[above]!;
    if (line.left > middle - 40 && (authority.test(textOf(line.pieces)) || isCapitals(line))) from = above;
    else break;
  }
  const boundary = findChannel(lines.slice(from), margins);
  let to = at + 1;
  while (to < lines.length && staysApart(lines[to]!, boundary)) to += 1;
  return columnsOf(lines, from, to, boundary);
}

function findMotto(line: Line): number | null {
  const at = line.pieces.findIndex((_, index) => motto.test(textOf(line.pieces.slice(index))));
  return at < 0 ? null : line.pieces[at]!.left;
}

/** Pieces left and right of `x`, cut at the widest gap near it. */
function splitAt(line: Line, x: number): [Piece[], Piece[]] {
  let cut = line.pieces.filter((piece) => (piece.left + piece.right) / 2 < x).length;
  let widest = 0;
  line.pieces.forEach((piece, at) => {
    const before = line.pieces[at - 1];
    if (!before || Math.abs((before.right + piece.left) / 2 - x) > 70) return;
    const gap = piece.left - before.right;
    if (gap > Math.max(widest, 1.2 * line.size)) [widest, cut] = [gap, at];
  });
  return [line.pieces.slice(0, cut), line.pieces.slice(cut)];
}

function hasChannel(left: Piece[], right: Piece[]): boolean {
  const before = left.at(-1)!;
  return right[0]!.left - before.right > 0.7 * before.size;
}

/** A line of the right column is centred under the motto, a title below the header on the page. */
function isUnder(right: Piece[], rightMiddle: number, margins: Margins): boolean {
  const middle = (right[0]!.left + right.at(-1)!.right) / 2;
  const pageMiddle = (margins.left + margins.right) / 2;
  return Math.abs(middle - rightMiddle) < Math.abs(middle - pageMiddle);
}

function isCapitals(line: Line): boolean {
  const text = textOf(line.pieces);
  return text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
}

/** The x in the middle part of the page that the fewest pieces of these lines cross, in the widest such gap. */
function findChannel(lines: Line[], margins: Margins): number {
  const width = margins.right - margins.left;
  let best = { crossed: Infinity, from: 0, to: 0 };
  let run: typeof best | null = null;
  for (let x = margins.left + 0.3 * width; x < margins.left + 0.75 * width; x += 2) {
    const crossed = lines.filter((line) =>
      line.pieces.some((piece) => piece.left < x && piece.right > x),
    ).length;
    if (run && run.crossed === crossed) run.to = x;
    else run = { crossed, from: x, to: x };
    const isWider = crossed === best.crossed && run.to - run.from > best.to - best.from;
    if (crossed < best.crossed || isWider) best = { ...run };
  }
  return (best.from + best.to) / 2;
}

function staysApart(line: Line, boundary: number): boolean {
  if (line.pieces.some((piece) => piece.left < boundary - 6 && piece.right > boundary + 6)) return false;
  const [left, right] = splitAt(line, boundary);
  return left.length === 0 || right.length === 0 || hasChannel(left, right);
}

function columnsOf(lines: Line[], from: number, to: number, x: number): SideBySide {
  const columns: [Line[], Line[]] = [[], []];
  for (const line of lines.slice(from, to))
    splitAt(line, x).forEach((pieces, side) => {
      if (pieces.length > 0) columns[side]!.push(toLine(pieces, line.page));
    });
  return { from, to, left: columns[0], right: columns[1] };
}
