import { type Line, type Rule, raisedSize, textOf } from './piece.ts';

/**
 * Splits the lines of a page into running text and footnotes: small lines at the foot of the page under a
 * short rule, or the first of which begins with a number.
 * `bodySize`: size of the running text in points.
 */
export function splitFootnotes(
  lines: Line[],
  rules: Rule[],
  bodySize: number,
): { body: Line[]; notes: Line[][] } {
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < 0.9 * bodySize) from -= 1;
  const isBelowRule = (line: Line) =>
    rules.some(
      (rule) =>
        rule.bottom - rule.top < 3 &&
        rule.right - rule.left > 60 &&
        rule.right - rule.left < 220 &&
        Math.abs(rule.left - line.left) < 14 &&
        rule.top < line.baseline - 0.3 * line.size &&
        line.baseline - rule.top < 3 * line.size,
    );
  let first = lines.findIndex((line, at) => at >= from && beginsNote(line));
  // Recognition misreads raised digits and their size: there the rule tells, or the small lines above a sure note.
  const isScanned = lines.at(-1)?.pieces[0]?.confidence !== undefined;
  const belowRule = lines.findIndex((line, at) => at > lines.length / 2 && isBelowRule(line));
  if (isScanned && belowRule >= 0) first = belowRule;
  else if (isScanned && first >= 0) first = from;
  else if (first >= 0 && belowRule >= from && belowRule < first) first = belowRule;
  if (first < 0) return { body: lines, notes: [] };
  const notes: Line[][] = [];
  for (const line of lines.slice(first)) {
    if (beginsNote(line) || notes.length === 0) notes.push([line]);
    else notes.at(-1)!.push(line);
  }
  return { body: lines.slice(0, first), notes };
}

/** A note begins with its mark: raised digits, or a number without a dot before a capital or a quotation. */
function beginsNote(line: Line): boolean {
  const [mark, next] = line.pieces;
  if (mark && next && /^\d{1,3}$/.test(mark.text.trim()) && mark.size < raisedSize * next.size) return true;
  return /^(?:[⁰¹²³⁴-⁹]+|\d{1,2}\s|\[\d{1,2}\]|\*)\s*[\p{Lu}“"(\d]/u.test(textOf(line.pieces));
}
