import type { Line } from './piece.ts';
import { textOf } from './piece.ts';

// NĐ 30/2020/NĐ-CP, Phụ lục I, II.7: page numbers stand centred in the top margin from the second page on.
const pageNumber = /^(?:trang\s*)?[-–—(\s]*\d{1,4}\s*(?:[/|]\s*\d{1,4})?[-–—).\s]*$/iu;
const electronicMark = /^(?:ký bởi|người ký|ký ngày|ngày ký|thời gian ký|signature not verified|giờ ký)\b/iu;

/**
 * The pages' lines without page numbers, running heads and feet, and marks left by e-signing software.
 * `pages`: lines of each page from top to bottom; `height`: height of each page in points.
 */
export function dropFurniture(pages: Line[][], heights: number[]): Line[][] {
  const repeated = findRepeated(pages, heights);
  return pages.map((lines, at) =>
    lines.filter((line, index) => {
      const text = textOf(line.pieces);
      if (electronicMark.test(text)) return false;
      const isOuter = index < 2 || index >= lines.length - 2;
      if (!isOuter || !isInMargin(line, heights[at]!)) return true;
      return !pageNumber.test(text) && !repeated.has(keyOf(line, text));
    }),
  );
}

/** Lines that stand in the margin at the same height on at least three pages, a running number apart. */
function findRepeated(pages: Line[][], heights: number[]): Set<string> {
  const counts = new Map<string, number>();
  pages.forEach((lines, at) => {
    const outer = new Set([...lines.slice(0, 2), ...lines.slice(-2)]);
    for (const line of outer) {
      if (!isInMargin(line, heights[at]!)) continue;
      const key = keyOf(line, textOf(line.pieces));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key));
}

function keyOf(line: Line, text: string): string {
  return `${Math.round(line.baseline / 8)} ${text.replace(/\d+/g, '#')}`;
}

function isInMargin(line: Line, height: number): boolean {
  return line.baseline < 0.09 * height || line.baseline > 0.915 * height;
}
