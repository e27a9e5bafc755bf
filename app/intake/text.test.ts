import { expect, test } from 'vitest';
import { readText } from './text.ts';

const sentence = 'Căn cứ Luật Tổ chức chính quyền địa phương; Ủy ban nhân dân ban hành Kế hoạch.';
const read = (bytes: number[] | Uint8Array) => readText(Uint8Array.from(bytes), 'text').text;
const utf16 = (text: string, isBig: boolean) =>
  [...Array(text.length).keys()].flatMap((at) => {
    const unit = text.charCodeAt(at);
    return isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
  });

test('UTF-8 and UTF-16, with and without a mark, decomposed letters and old line ends', () => {
  const utf8 = new TextEncoder();
  expect(read(utf8.encode(`\ufeff${sentence}`))).toBe(sentence);
  expect(read(utf8.encode(sentence.normalize('NFD')))).toBe(sentence);
  expect(read(utf8.encode('a\r\nb\rc'))).toBe('a\nb\nc');
  expect(read([0xff, 0xfe, ...utf16(sentence, false)])).toBe(sentence);
  expect(read([0xfe, 0xff, ...utf16(sentence, true)])).toBe(sentence);
  expect(read(utf16(`${'so 15/KH-UBND '.repeat(20)}${sentence}`, false))).toContain(sentence);
});

test('Windows-1258 and TCVN3 bytes are told apart by their letters', () => {
  const cp1258 = [
    67, 227, 110, 32, 99, 253, 242, 32, 76, 117, 226, 242, 116, 32, 99, 245, 32, 113, 117, 97, 110,
  ];
  expect(read(cp1258)).toMatch(/^Căn c/);
  const tcvn3 = [...'C¨n cø LuËt Tæ chøc chÝnh quyÒn ®Þa ph\xadong'].map((letter) => letter.charCodeAt(0));
  expect(read(tcvn3)).toMatch(/^Căn cứ Luật Tổ chức chính quyền địa phưong/);
});
