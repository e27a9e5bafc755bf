import type { OutlineNode, Reading } from './reading.ts';

// Texts that no clerk would write, for the promise that any text is read. Each is made from its number alone.

/** Numbers in [0, 1) from a seed, the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pieces =
  'I. ;1. ;a) ;- ;+ ;|;| a | b |;\n;\n\n;\t;\f;\r\n;(;);:;.;,;…;**;# ;\\;1.1.;Điều 3.;Chương II;PHỤ LỤC;KẾ HOẠCH;Nơi nhận:;TM. ;KT. CHỦ TỊCH;Sở Nội vụ;các ;và ;phối hợp với ;chủ trì;Đơn vị chủ trì:;trước ngày 15/12;quý I/2026;hằng năm;217/KH-UBND;Số:;MẬT;\u0301;\ud800;\udfff;\u00a0;\u200b;İ;ß;\u0000'.split(
    ';',
  );

type Change = (text: string, int: (below: number) => number) => string;
const lines = (text: string): string[] => text.split('\n');
const changes: readonly Change[] = [
  (text, int) => text.slice(0, int(text.length)),
  (text, int) => text.slice(int(text.length)),
  (text, int) =>
    lines(text)
      .map((line) => [int(1e6), line] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, line]) => line)
      .join('\n'),
  (text, int) =>
    lines(text)
      .filter(() => int(10) > 2)
      .join('\n'),
  (text) => text.normalize('NFD'),
  (text) => text.replace(/\n+/g, ' '),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.toUpperCase(),
  (text, int) => text.replace(/ /g, () => ['  ', '\n', ' ', ' ', ' '][int(5)]!),
  (text, int) => text.replace(/[.,;:]/g, (mark) => (int(4) === 0 ? '' : mark)),
  (text) => text,
];

/** The text of a number: parts of the given documents, changed, with stray pieces in it; or pieces alone. */
export function strangeText(seed: number, documents: readonly string[]): string {
  const random = randomFrom(seed);
  const int = (below: number): number => Math.floor(random() * below);
  const any = (): string => pieces[int(pieces.length)]!;
  if (int(8) === 0) return Array.from({ length: int(300) }, any).join(int(2) === 0 ? '' : ' ');
  const document = documents[int(documents.length)]!;
  const from = int(3) === 0 ? 0 : int(document.length);
  let text = document.slice(from, from + 200 + int(8000));
  for (let k = int(3); k >= 0; k--) text = changes[int(changes.length)]!(text, int);
  for (let k = int(20); k > 0; k--) {
    const at = int(text.length + 1);
    text = text.slice(0, at) + any() + text.slice(at + int(12));
  }
  return text;
}

/** Texts that readers with patterns choke on, about `size` units each. */
export const hostileTexts = (size: number): Record<string, string> => {
  const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));
  return {
    'one letter': fill('a'),
    'only digits': fill('1234567890'),
    'nested brackets': `${'('.repeat(size / 2)}${')'.repeat(size / 2)}`,
    'a) on each line': fill('a) \n'),
    '1. on each line': fill('1. Sở\n'),
    spaces: fill(' '),
    pipes: fill('|'),
    'rows of pipes': fill('| a | b |\n'),
    'phối hợp với': fill('phối hợp với '),
    'names without end': fill('Sở Nội vụ, '),
    'capitals without end': fill('Ban An '),
    'labels without end': fill('Đơn vị chủ trì: '),
    'symbols without end': fill('1/QĐ-'),
    dashes: fill('-'),
    'dashes and spaces': fill('- '),
    'one huge line': fill('Sở Nội vụ chủ trì, phối hợp với các đơn vị trước ngày 15/12 hằng năm; '),
    'combining marks': fill('\u0301'),
    'letters with marks': fill('e\u0302\u0301'),
    'lone surrogates': fill('\ud800'),
    'line breaks': fill('\n'),
  };
};

/** What is wrong with the leaves of a reading; null if they cover the text exactly once, in order. */
export function coverFault(reading: Reading, text: string): string | null {
  let at = 0;
  let fault: string | null = null;
  const visit = (node: OutlineNode): void => {
    for (const child of node.children) visit(child);
    if (node.children.length > 0) return;
    if (node.span[0] !== at || node.span[1] < at) fault ??= `a leaf begins at ${node.span[0]}, not at ${at}`;
    at = node.span[1];
  };
  visit(reading.tree);
  return fault ?? (at === text.length ? null : `the leaves end at ${at} of ${text.length}`);
}
