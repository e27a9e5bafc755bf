import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded } from './said.ts';

/** What `folded` says, said over the whole text at once. */
const meant = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// A sigma that ends a word is the one letter whose small form hangs on its neighbours.
const isOfOneMind = (text: string) => !text.normalize('NFD').includes('Σ');

test('letter by letter the same as over the whole text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }).filter(isOfOneMind), (text) => {
      expect(folded(text)).toBe(meant(text));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }).filter(isOfOneMind), (text) => {
      expect(folded(text)).toBe(meant(text));
    }),
  );
});

test('every letter of the basic plane', () => {
  const letters = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(isOfOneMind);
  expect(letters.filter((letter) => folded(`a${letter}b`) !== meant(`a${letter}b`))).toEqual([]);
});

test('both spellings of a tone mark, marks between words, and đ', () => {
  expect(folded('  Sở Ngoại vụ – “Đối ngoại”, tỉnh Điện Biên\u0301 ')).toBe(
    'so ngoai vu doi ngoai tinh dien bien',
  );
  expect(folded('— ·')).toBe('');
});
