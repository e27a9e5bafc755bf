import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mark, pointLabels, rebaseMarks, stretches, toggleMark } from './marks.ts';

const kinds = fc.constantFrom<Mark['kind']>('bold', 'italic');
const within = (length: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: length }), fc.integer({ min: 0, max: length }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const marked = fc.string({ minLength: 1, maxLength: 20 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    marks: fc
      .array(fc.tuple(kinds, within(text.length)), { maxLength: 4 })
      .map((all) =>
        all.reduce<Mark[]>(
          (so, [kind, [begin, end]]) => (begin < end ? toggleMark(so, kind, begin, end) : so),
          [],
        ),
      ),
  }),
);

test('stretches are the text, in order', () => {
  fc.assert(
    fc.property(marked, ({ text, marks }) => {
      expect(
        stretches(text, marks)
          .map((one) => one.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('toggling twice over a plain stretch leaves it plain; over a marked one it is marked again', () => {
  fc.assert(
    fc.property(marked, kinds, fc.nat(), fc.nat(), ({ text, marks }, kind, a, b) => {
      const [begin, end] = [a % text.length, 1 + (b % text.length)].sort((x, y) => x - y) as [number, number];
      if (begin === end) return;
      const is = (all: Mark[]) =>
        all.some((one) => one.kind === kind && one.begin <= begin && end <= one.end);
      expect(is(toggleMark(marks, kind, begin, end))).toBe(!is(marks));
    }),
  );
});

test('after any edit every mark lies inside the text; words typed in front move it, words typed after leave it', () => {
  fc.assert(
    fc.property(marked, fc.string({ maxLength: 20 }), ({ text, marks }, after) => {
      for (const { begin, end } of rebaseMarks(marks, text, after)) {
        expect(begin).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(after.length);
      }
    }),
  );
  const bold: Mark[] = [{ kind: 'bold', begin: 3, end: 6 }];
  expect(rebaseMarks(bold, 'Sở Y tế', 'Các Sở Y tế')).toEqual([{ kind: 'bold', begin: 7, end: 10 }]);
  expect(rebaseMarks(bold, 'Sở Y tế', 'Sở Y tế báo cáo')).toEqual(bold);
});

test('points are lettered as official documents letter them', () => {
  const form = (...all: ('text' | 'point')[]) => pointLabels(all.map((one) => ({ form: one })));
  expect(form('point', 'point', 'text', 'point')).toEqual(['a)', 'b)', null, 'a)']);
  expect(form(...Array<'point'>(7).fill('point')).join(' ')).toBe('a) b) c) d) đ) e) g)');
});
