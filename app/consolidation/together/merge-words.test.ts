import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeWords } from './merge-words.ts';

const base = 'Sở Ngoại vụ đón 05 đoàn khách quốc tế trong kỳ.';

test('two people who change different places of a sentence keep both their words', () => {
  const mine = 'Sở Ngoại vụ thành phố đón 05 đoàn khách quốc tế trong kỳ.';
  const theirs = 'Sở Ngoại vụ đón 05 đoàn khách quốc tế trong 6 tháng đầu năm.';
  expect(mergeWords(base, mine, theirs)).toEqual({
    isClean: true,
    text: 'Sở Ngoại vụ thành phố đón 05 đoàn khách quốc tế trong 6 tháng đầu năm.',
  });
});

test('in one place a person has to say', () => {
  expect(mergeWords(base, base.replace('05', '06'), base.replace('05', '07'))).toEqual({ isClean: false });
  expect(mergeWords(base, base.replace('05', '06'), base.replace('05', '06'))).toMatchObject({
    isClean: true,
  });
});

test('whoever changed nothing loses nothing, and a clean merge has every word that either wrote', () => {
  const words = fc.array(fc.constantFrom('đón', 'đoàn', 'khách', 'Lào', 'Pháp', '05', '12'), {
    maxLength: 12,
  });
  const sentence = words.map((of) => of.join(' '));
  fc.assert(
    fc.property(sentence, sentence, sentence, (from, mine, theirs) => {
      expect(mergeWords(from, mine, from)).toEqual({ isClean: true, text: mine });
      expect(mergeWords(from, from, theirs)).toEqual({ isClean: true, text: theirs });
      const merged = mergeWords(from, mine, theirs);
      expect(mergeWords(from, theirs, mine).isClean).toBe(merged.isClean);
      if (!merged.isClean) return;
      const known = from.split(' ');
      for (const word of [...mine.split(' '), ...theirs.split(' ')])
        if (word && !known.includes(word)) expect(merged.text.split(' ')).toContain(word);
    }),
  );
});
