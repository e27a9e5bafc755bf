import { expect, test } from 'vitest';
import { askedFor, cutAround, markWords, tsqueryOf, waysOf } from './search-query.ts';

const query = (text: string) => tsqueryOf(waysOf(askedFor(text)!)).begun;

test('all words, the last as a beginning, or everything together', () => {
  expect(query('Đối ngoại')).toBe("('doi' & 'ngoai':*) | ('doingoai':*)");
  expect(tsqueryOf(waysOf(askedFor('Đối ngoại')!)).whole).toBe("('doi' & 'ngoai') | ('doingoai')");
  expect(query('217/KH-')).toBe("('217' & 'kh':*) | ('217kh':*)");
});

test('abbreviations are also looked for written out', () => {
  expect(query('ubnd quan')).toBe(
    "('ubnd' & 'quan':*) | ('uy' & 'ban' & 'nhan' & 'dan' & 'quan':*) | ('ubndquan':*)",
  );
});

test('a letter that is just being typed narrows nothing, a digit does', () => {
  expect(query('đối n')).toBe("('doi') | ('doin':*)");
  expect(query('số 5')).toBe("('so' & '5') | ('so5':*)");
});

test.each(['', ' ', 'đ', "'", '& |', '(!)'])('nothing to look for: %j', (text) => {
  expect(askedFor(text)).toBeNull();
});

test.each(["a' | !'b", "a\\' :* & (b", "a b'':*"])('signs of the query language are spaces: %j', (text) => {
  expect(query(text)).toMatch(/^\('\w+'(:\*)?( & '\w+'(:\*)?)*\)( \| \('\w+'(:\*)?( & '\w+'(:\*)?)*\))*$/);
});

test('a long text is cut around the first word found, marks in place', () => {
  const text = `${'trước đó '.repeat(40)}Hữu nghị${' sau đó'.repeat(40)}`;
  const { text: cut, marks } = cutAround(markWords(text, askedFor('huu ngh')!));
  expect(cut.length).toBeLessThan(210);
  expect(marks.map(([from, to]) => cut.slice(from, to))).toEqual(['Hữu', 'nghị']);
});
