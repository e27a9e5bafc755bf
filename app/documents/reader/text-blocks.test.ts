import { expect, test } from 'vitest';
import { type Block, cutText } from './text-blocks.ts';

const text =
  '## **Sở Y tế**\n\na) Báo cáo *kết quả* theo Kế hoạch 108-KH/TU.\n| TT | Việc |\n|---|---|\n| 1 | Họp |\n';
const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
const shown = (block: Block | undefined) =>
  block?.kind === 'line'
    ? block.line.pieces.filter((piece) => !piece.hidden).map((piece) => text.slice(piece.begin, piece.end))
    : block?.rows.map((row) => row.map((cell) => text.slice(cell.begin, cell.pieces.at(-1)!.end).trim()));

test('marks of Markdown are hidden, positions stay', () => {
  const [heading, line] = cutText(text, []);
  expect(shown(heading)).toEqual(['Sở Y tế']);
  expect(heading).toMatchObject({ line: { heading: true } });
  expect(shown(line)!.join('')).toBe('a) Báo cáo kết quả theo Kế hoạch 108-KH/TU.');
});

test('a mark covers whole pieces, also where another stands within it', () => {
  const duty = { name: 'd1', span: at('Báo cáo *kết quả* theo Kế hoạch 108-KH/TU.') };
  const citation = { name: 'c-0', span: at('108-KH/TU') };
  const line = cutText(text, [duty, citation])[1]!;
  const marked = line.kind === 'line' ? line.line.pieces.filter((piece) => !piece.hidden) : [];
  expect(marked.map((piece) => [text.slice(piece.begin, piece.end), piece.names.join(' ')])).toEqual([
    ['a) ', ''],
    ['Báo cáo ', 'd1'],
    ['kết quả', 'd1'],
    [' theo Kế hoạch ', 'd1'],
    ['108-KH/TU', 'd1 c-0'],
    ['.', 'd1'],
  ]);
});

test('lines without an empty line between them stay together', () => {
  const joined = cutText('Một\nhai\n\nba', []).map((block) => block.kind === 'line' && block.line.joined);
  expect(joined).toEqual([false, true, false]);
});

test('rows of a pipe table become cells', () => {
  expect(shown(cutText(text, [])[2])).toEqual([
    ['TT', 'Việc'],
    ['1', 'Họp'],
  ]);
});
