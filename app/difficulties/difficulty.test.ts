import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DifficultyRelation, difficultyActionsFor, difficultyStates, levels } from './difficulty.ts';
import { likeness, mostAlike } from './likeness.ts';

const told = (...relations: DifficultyRelation[]) =>
  difficultyStates.flatMap((state) =>
    levels.map(
      (level) =>
        `${state} ${level}: ${difficultyActionsFor({ state, level, isFresh: false }, relations).join(', ') || '–'}`,
    ),
  );

test('who answers may answer, the focal agency may also pass it on; only what is open', () => {
  expect(told('answerer')).toEqual([
    'open focal: answer, pass-up, pass-on',
    'open committee: answer',
    'open authority: answer',
    ...told('answerer')
      .slice(3)
      .map((line) => `${line.split(':')[0]}: –`),
  ]);
});

test('an answer is taken back by who answers, while nobody has acted on it', () => {
  const answered = { state: 'answered', level: 'focal' } as const;
  expect(difficultyActionsFor({ ...answered, isFresh: true }, ['answerer'])).toEqual(['recall']);
  expect(difficultyActionsFor({ ...answered, isFresh: true }, ['raiser'])).toEqual([]);
  expect(difficultyActionsFor({ ...answered, isFresh: false }, ['answerer'])).toEqual([]);
});

test('who raised it may only take it back', () => {
  expect(told('raiser').slice(0, 3)).toEqual(levels.map((level) => `open ${level}: take-back`));
  expect(
    told('raiser')
      .slice(3)
      .every((line) => line.endsWith('–')),
  ).toBe(true);
});

test('the same complaint in other words and without diacritics is found again, another is not', () => {
  const money = { words: 'Chưa được cấp kinh phí để đón đoàn Campuchia trong quý IV' };
  const law = { words: 'Nghị định mới chưa có hướng dẫn về hồ sơ phê duyệt khoản viện trợ' };
  const found = mostAlike('chua duoc cap kinh phi', [law, money], { from: 0.34, limit: 5 });
  expect(found).toEqual([money]);
});

test('likeness is the same both ways, 1 with itself, and never outside 0 and 1', () => {
  const text = fc.string({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
      expect(likeness(a, b)).toBeLessThanOrEqual(1);
    }),
  );
  expect(likeness('thiếu kinh phí', 'Thiếu kinh phí')).toBe(1);
});
