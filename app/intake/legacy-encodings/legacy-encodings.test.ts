import { expect, test } from 'vitest';
import { repairByFont } from './by-font.ts';
import { repairByStatistics } from './repair.ts';
import { fromTcvn3, tcvn3Letters } from './tcvn3.ts';
import { fromVni, vniLetters } from './vni.ts';

const sentence =
  'Căn cứ Luật Tổ chức chính quyền địa phương, các sở đã rõ những kết quả kỳ này, mỗi ngày đều hưởng ứng.';
const backwards = (letters: ReadonlyMap<string, string>) => {
  const spelling = new Map<string, string>();
  for (const [legacy, letter] of letters) if (!spelling.has(letter)) spelling.set(letter, legacy);
  return (text: string) => [...text].map((letter) => spelling.get(letter) ?? letter).join('');
};
const toTcvn3 = backwards(tcvn3Letters);
const toVni = backwards(vniLetters);

const vowels = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ';

test('every small letter has its place in both tables, every capital in VNI', () => {
  expect(fromTcvn3(toTcvn3(vowels))).toBe(vowels);
  expect(fromVni([...vowels].map(toVni).join(' '))).toBe([...vowels].join(' '));
  expect(fromVni([...vowels.toUpperCase()].map(toVni).join(' '))).toBe([...vowels.toUpperCase()].join(' '));
});

test('a sentence comes back from both encodings by its statistics', () => {
  expect(repairByStatistics(toTcvn3(sentence))).toEqual({ text: sentence, found: ['TCVN3'] });
  expect(repairByStatistics(toVni(sentence))).toEqual({ text: sentence, found: ['VNI'] });
});

test('Unicode text is left as it is, also with foreign words', () => {
  const mixed = `${sentence}\nCafé, Besançon, Île-de-France, Müller, São Paulo`;
  expect(repairByStatistics(mixed)).toEqual({ text: mixed, found: [] });
});

test('a Unicode line inside a legacy file stays', () => {
  const mixed = `${toTcvn3(sentence)}\n${sentence}`;
  expect(repairByStatistics(mixed).text).toBe(`${sentence}\n${sentence}`);
});

test('capitals fonts: small letters become capitals, typed case is kept', () => {
  const capitals = (text: string) => repairByFont([{ text: toTcvn3(text), font: '.VnTimeH' }]).text;
  expect(capitals('quyết định')).toBe('QUYẾT ĐỊNH');
  expect(capitals('ủy Ban Nhân Dân')).toBe('Ủy Ban Nhân Dân');
  expect(capitals('QUYếT ĐịNH của')).toBe('QUYẾT ĐỊNH của');
});

test('Unicode text in an old font is not touched', () => {
  expect(repairByFont([{ text: sentence, font: '.VnTime' }])).toEqual({ text: sentence, found: [] });
});
