import { expect, test } from 'vitest';
import type { PageWord } from './document-page.ts';
import { boxesOf } from './page-boxes.ts';
import { pageAt, unsureSpans, withUnsureWords, wordsIn } from './unsure-words.ts';

const text = 'Sở Ngoại vụ chủ tri báo cáo.\nSở Y tế – phối hợp.';
/** A word of the text on line `line`, as sure as `sure`. */
const word = (words: string, line: number, left: number, sure: number): PageWord => {
  const begin = text.indexOf(words);
  return [begin, begin + words.length, left, 0.1 * line, left + 0.08, 0.1 * line + 0.02, sure];
};
const pages = [
  {
    number: 1,
    span: [0, 28] as [number, number],
    words: [word('chủ', 1, 0.1, 0.95), word('tri', 1, 0.2, 0.4)],
  },
  {
    number: 2,
    span: [29, 48] as [number, number],
    words: [word('–', 1, 0.1, 0.1), word('phối', 1, 0.2, 0.79)],
  },
];

test('words below the bar are unsure, lone marks never', () => {
  expect(unsureSpans(pages, text).map((span) => text.slice(...span))).toEqual(['tri', 'phối']);
});

test('a duty with unsure words says which and is to be looked at; others stay as they are', () => {
  const duty = { span: [0, 28] as [number, number], doubts: ['cũ'], confidence: 1 };
  const other = { ...duty, span: [29, 35] as [number, number] };
  const unsure = unsureSpans(pages, text);
  const marked = withUnsureWords([duty, other], unsure, text, (words) => `chưa chắc: ${words}`);
  expect(marked[0]).toMatchObject({ doubts: ['chưa chắc: “tri”', 'cũ'], confidence: 0.8 });
  expect(marked[1]).toBe(other);
});

test('words of a span on their page, in one box a line', () => {
  expect(wordsIn(pages[0]!, [[0, 28]])).toHaveLength(2);
  expect(wordsIn(pages[0]!, [[29, 48]])).toEqual([]);
  expect([pageAt(pages, 5), pageAt(pages, 30), pageAt(pages, 99)]).toEqual([1, 2, undefined]);
  const line = [
    word('Sở', 1, 0.1, 1),
    word('Ngoại', 1, 0.19, 1),
    word('vụ', 2, 0.1, 1),
    word('báo', 2, 0.6, 1),
  ];
  expect(boxesOf(line).map((box) => box.map((side) => Math.round(100 * side)))).toEqual([
    [10, 10, 27, 12],
    [10, 20, 18, 22],
    [60, 20, 68, 22],
  ]);
});
