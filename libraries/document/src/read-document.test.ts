import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutlineNode } from '../index.ts';
import { readDocument } from '../index.ts';

const example = (name: string): string =>
  readFileSync(new URL(`../../../data/example/${name}`, import.meta.url), 'utf8');
const whole = example('plan-217.md');
const cut = example('plan-217-web.txt');

function* leaves(node: OutlineNode): Generator<OutlineNode> {
  if (node.children.length === 0) yield node;
  for (const child of node.children) yield* leaves(child);
}

/** Fails unless the leaves cover the text exactly once, in order. */
function expectCover(text: string): void {
  let at = 0;
  for (const leaf of leaves(readDocument(text).tree)) {
    expect(leaf.span[0]).toBe(at);
    expect(leaf.span[1]).toBeGreaterThanOrEqual(at);
    at = leaf.span[1];
  }
  expect(at).toBe(text.length);
}

describe('Plan 217, whole', () => {
  const reading = readDocument(whole);

  test('head and foot', () => {
    expect(reading.document).toMatchObject({
      kind: 'Kế hoạch',
      issuer: 'Ủy ban nhân dân thành phố Cần Thơ',
      place: 'Cần Thơ',
      date: '2022-10-21',
    });
    expect(reading.document.symbol?.replace(/ /g, '')).toBe('217/KH-UBND');
    expect(reading.document.signers).toEqual([
      { name: 'Trần Việt Trường', position: 'Chủ tịch', authority: 'TM. ỦY BAN NHÂN DÂN' },
    ]);
    expect(reading.document.recipients).toHaveLength(9);
  });
  test('27 duties of 11 groups and the closing paragraph', () => {
    expect(reading.duties).toHaveLength(27);
    expect(new Set(reading.duties.map((duty) => duty.path?.split('.')[1] ?? 'end')).size).toBe(12);
    expect(reading.duties.filter((duty) => duty.request)).toHaveLength(7);
  });
  test('39 mentions of 10 documents', () => {
    expect(reading.citations).toHaveLength(10);
    expect(reading.citations.flatMap((citation) => citation.mentions)).toHaveLength(39);
  });
  test('every task group is served', () => {
    expect(reading.taskGroups.map((group) => group.path)).toEqual([
      'II.1',
      'II.2',
      'II.3',
      'II.4',
      'II.5',
      'II.6',
    ]);
    expect(reading.taskGroups.filter((group) => group.dutyIds.length === 0)).toEqual([]);
  });
  test('spans point at the words', () => {
    for (const duty of reading.duties) {
      for (const evidence of [...duty.evidence.holders, ...duty.evidence.coordinators]) {
        expect(
          whole
            .slice(...evidence.span)
            .replace(/[*\s]+/g, ' ')
            .trim(),
        ).toBe(evidence.text);
      }
    }
    for (const citation of reading.citations)
      for (const mention of citation.mentions) expect(whole.slice(...mention.span)).toBe(mention.text);
  });
});

test('Plan 217, cut: 6 duties and a note', () => {
  const reading = readDocument(cut);
  expect(reading.duties).toHaveLength(6);
  expect(reading.notes.map((note) => note.message)).toContain('Văn bản bị cắt ở cuối.');
});

describe('laws', () => {
  test('NFD reads like NFC, with spans in the text as given', () => {
    const decomposed = whole.normalize('NFD');
    const [a, b] = [readDocument(whole), readDocument(decomposed)];
    expect(b.duties.map((duty) => duty.text)).toEqual(a.duties.map((duty) => duty.text));
    const holder = b.duties[0]!.evidence.holders[0]!;
    expect(decomposed.slice(...holder.span).normalize('NFC')).toBe(holder.text);
    expectCover(decomposed);
  });
  test('both ways of placing the tone read alike', () => {
    const other = whole.replaceAll('hóa', 'hoá').replaceAll('Ủy', 'Uỷ').replaceAll('ủy', 'uỷ');
    expect(readDocument(other).duties.map((duty) => duty.path)).toEqual(
      readDocument(whole).duties.map((duty) => duty.path),
    );
  });
  test('leaves cover the examples exactly once', () => {
    expectCover(whole);
    expectCover(cut);
  });
  test('any text is read, covered and read the same again', () => {
    const words = [
      'I. ',
      '1. ',
      'a) ',
      '- ',
      '|',
      '\n',
      '\n\n',
      'Sở Nội vụ',
      'phối hợp với',
      'các ',
      'Đơn vị chủ trì:',
      '**',
      '# ',
      'Điều 3.',
      'KẾ HOẠCH',
      'Nơi nhận:',
      'TM. ',
      'PHỤ LỤC',
      '12/QĐ-UBND',
      'trước ngày 15/12',
      ':',
      '.',
      '(',
      ')',
      '\t',
      '\f',
      '\r\n',
      '3',
      'Số:',
      'và',
      'ế'.normalize('NFD'),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 6 })), {
          maxLength: 80,
        }),
        (parts) => {
          const text = parts.join('');
          expectCover(text);
          expect(readDocument(text)).toEqual(readDocument(text));
        },
      ),
      { numRuns: 150 },
    );
  });
  test('a shuffled or truncated plan is still read', () => {
    const lines = whole.split('\n');
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 5 }), fc.nat(2000), (some, end) => {
        const text = some.join('\n');
        expectCover(text.slice(0, text.length - end));
      }),
      { numRuns: 40 },
    );
  });
});
