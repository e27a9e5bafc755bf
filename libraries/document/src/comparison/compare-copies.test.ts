import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canonicalText } from './canonical-text.ts';
import { compareCopies } from './compare-copies.ts';
import { toCopy } from './copy-words.ts';
import { type Difference, mirrored } from './difference.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const whole = read('../../../../data/example/plan-217.md');
const web = read('../../../../data/example/plan-217-web.txt');

const told = ({ class: kind, detail, ours, theirs, likely }: Difference): string =>
  `${kind} ${detail}: ${ours.words} | ${theirs.words}${likely ? ` > ${likely}` : ''}`.trim();

const cases = read('../../cases/comparison/compare-copies.txt')
  .split(/^# /m)
  .slice(1)
  .map((one) => {
    const [title] = one.split('\n', 1);
    const [texts, ...expected] = one.slice(title!.length + 1).split(/^==> /m);
    const [ours, theirs] = texts!.split(/^---\n/m);
    return { title: title!, ours: ours!, theirs: theirs!, expected: expected.map((line) => line.trim()) };
  });

test.each(cases)('$title', ({ ours, theirs, expected }) => {
  const found = compareCopies(ours, theirs).differences.filter((one) => one.detail !== 'layout');
  expect(found.length ? found.map(told) : ['none']).toEqual(expected);
});

test('the two copies of Plan 217: two words misprinted, the cut, and nothing else that matters', () => {
  const { differences, counts, ignored } = compareCopies(whole, web);
  const weighty = differences.filter((one) => one.class !== 'spacing');
  expect(weighty.map((one) => told(one).slice(0, 60))).toEqual([
    'typo letters: THỂ | TH > ours',
    'typo letters: đối | đi > ours',
    'truncation cut: c) Phối hợp với Liên hiệp các Tổ chức hữu ng',
  ]);
  expect(counts).toEqual({ typo: 2, truncation: 1, substance: 0, spacing: 7 });
  expect(weighty[1]!.why).toBe(
    '“đối tác” còn có ở 2 chỗ khác trong văn bản, “đi tác” không có ở chỗ nào khác.',
  );
  expect(weighty[2]!.why).toBe('Một bản bị cắt bằng “[...]”: thiếu 1779 chữ so với bản kia.');
  expect(web.slice(...ignored.theirs!)).toMatch(/^Chủ nhật.*Bộ máy hành chính$/s);
});

test('taking theirs at every place of Plan 217 makes the cut copy whole', () => {
  const { differences } = compareCopies(web, whole);
  const settled = canonicalText(web, whole, differences, () => ({ choice: 'theirs' }));
  expect(compareCopies(settled.text, whole).counts).toMatchObject({ typo: 0, truncation: 0, substance: 0 });
  expect(settled.text).not.toContain('[...]');
});

test('a copy is the same as itself, also in NFD and in hard wraps', () => {
  for (const text of [whole, web, '', '   ', 'a']) expect(compareCopies(text, text).differences).toEqual([]);
  expect(compareCopies(whole, whole.normalize('NFD')).differences).toEqual([]);
  expect(compareCopies(web, web.normalize('NFD')).counts).toMatchObject({
    typo: 0,
    substance: 0,
    truncation: 0,
  });
});

/** The same numbers each run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const body = whole.slice(whole.indexOf('### **I. MỤC'), whole.indexOf('**Nơi nhận'));
const words = toCopy(body).words;
/** Words of a line, away from its ends and from each other. */
const places = words.flatMap((word, i) =>
  i % 61 === 30 && !word.first && !word.last && /^[a-zđà-ỹ]{3,}$/u.test(word.raw) && word.gap === ' '
    ? [word]
    : [],
);

const edits: Record<string, { make: (word: string) => string; class: string }> = {
  'a letter that makes no syllable': { make: (word) => `${word.slice(0, -1)}z`, class: 'typo' },
  'another word': { make: () => 'khác', class: 'substance' },
  'a number': { make: () => '2031', class: 'substance' },
  'a negation before': { make: (word) => `không ${word}`, class: 'substance' },
  'a word less': { make: () => '', class: 'substance' },
  capitals: { make: (word) => word.toUpperCase(), class: 'spacing' },
};

test.each(Object.entries(edits))('%s, put into Plan 217 at random, is found and classed', (_, edit) => {
  const random = chance(217);
  for (let round = 0; round < 25; round++) {
    const word = places[Math.floor(random() * places.length)]!;
    const end = edit.make('x') === '' ? word.end + 1 : word.end;
    const text = body.slice(0, word.begin) + edit.make(word.raw) + body.slice(end);
    const { differences } = compareCopies(body, text);
    expect(
      differences.map((one) => one.class),
      word.raw,
    ).toEqual([edit.class]);
    const [begin] = differences[0]!.ours.span;
    expect(Math.abs(begin - word.begin)).toBeLessThan(40);
  }
});

/** A text with words dropped, doubled, swapped, misspelt and lines cut. */
function mangled(text: string, random: () => number): string {
  return text
    .split(/(\s+)/)
    .flatMap((piece) => {
      const at = random();
      if (at < 0.01) return [];
      if (at < 0.02) return [piece, ' ', piece];
      if (at < 0.03) return [piece.slice(1)];
      return at < 0.035 ? ['\n\n'] : [piece];
    })
    .join('')
    .slice(0, Math.floor(text.length * (0.5 + random() / 2)));
}

test('swapping the copies mirrors; spans hold their words, rise, and choosing theirs gives theirs', () => {
  const random = chance(12);
  for (let round = 0; round < 12; round++) {
    const [a, b] = [mangled(body, random), mangled(body, random)];
    const comparison = compareCopies(a, b);
    expect(compareCopies(b, a)).toEqual(mirrored(comparison));
    let [ours, theirs] = [0, 0];
    for (const one of comparison.differences) {
      expect(one.ours.edit[0]).toBeGreaterThanOrEqual(ours);
      expect(one.theirs.edit[0]).toBeGreaterThanOrEqual(theirs);
      [ours, theirs] = [one.ours.edit[1], one.theirs.edit[1]];
      expect(ours).toBeLessThanOrEqual(a.length);
      if (one.class === 'substance' && one.detail !== 'number' && one.ours.words)
        expect(a.slice(...one.ours.span)).toContain(
          one.ours.words.split(' ')[0]!.replace(/[^\p{L}\p{N}].*/u, ''),
        );
    }
    const settled = canonicalText(a, b, comparison.differences, () => ({ choice: 'theirs' }));
    const left = compareCopies(settled.text, b).counts;
    expect(left.substance + left.typo + left.truncation).toBeLessThanOrEqual(2);
  }
});

test('hostile texts are compared in bounded time', () => {
  const many = (make: (i: number) => string, count: number): string =>
    Array.from({ length: count }, (_, i) => make(i)).join(' ');
  const random = chance(3);
  const pairs: [string, string][] = [
    ['a '.repeat(50_000), `${'a '.repeat(49_990)}b`],
    [many(() => (random() < 0.5 ? 'a' : 'b'), 50_000), many(() => (random() < 0.5 ? 'a' : 'b'), 50_000)],
    [many((i) => `w${i}`, 30_000), many((i) => `w${30_000 - i}`, 30_000)],
    ['a'.repeat(1_000_000), 'b'.repeat(1_000_000)],
    ['[...] '.repeat(20_000), '... '.repeat(20_000)],
  ];
  for (const [a, b] of pairs) {
    const begun = performance.now();
    compareCopies(a, b);
    expect(performance.now() - begun).toBeLessThan(5_000);
  }
});
