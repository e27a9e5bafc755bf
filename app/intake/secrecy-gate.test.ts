import { expect, test } from 'vitest';
import { findSecrecyMark } from './secrecy-gate.ts';

const header = 'ỦY BAN NHÂN DÂN TỈNH HÒA AN\nSố: 15/KH-UBND\n';

test.each([
  ['MẬT', 'Mật'],
  ['M Ậ T', 'Mật'],
  ['TỐI MẬT', 'Tối mật'],
  ['T Ố I  M Ậ T', 'Tối mật'],
  ['TUYỆT MẬT', 'Tuyệt mật'],
  ['**MẬT**', 'Mật'],
  ['[ TỐI MẬT ]', 'Tối mật'],
  ['| MẬT |', 'Mật'],
  ['│ M Ậ T │', 'Mật'],
  ['Mật', 'Mật'],
  ['Độ mật: Tối mật', 'Tối mật'],
  ['MẬT        Độc lập - Tự do - Hạnh phúc', 'Mật'],
  ['MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Mật'],
  ['Số: 12/BC-UBND TỐI MẬT', 'Tối mật'],
])('the header line %j is a stamp', (line, level) => {
  expect(findSecrecyMark(`${line}\n${header}`)?.level).toBe(level);
  expect(findSecrecyMark(`${header}${line}\nKẾ HOẠCH\n`)?.level).toBe(level);
});

test.each([
  'KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'Ban hành danh mục bí mật nhà nước độ Tối mật, Tuyệt mật',
  'DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT',
  'bảo đảm bảo mật thông tin, mật khẩu',
  'Công tác bảo vệ bí mật nhà nước',
  'CỤC MẬT MÃ',
  'Độ mật:',
  'MẶT TRẬN TỔ QUỐC',
  'VỀ BẢO MẬT',
])('%j is no stamp', (line) => {
  expect(findSecrecyMark(`${header}${line}\n\n${line} và các quy định khác.\n`)).toBeNull();
  expect(findSecrecyMark(line)).toBeNull();
});

test('below the header only capitals alone on a line count', () => {
  const body = `${header}Căn cứ Luật Bảo vệ bí mật nhà nước;\n`;
  expect(findSecrecyMark(`${body}Mật\n`)).toBeNull();
  expect(findSecrecyMark(`${body}PHỤ LỤC\nMẬT\n`)?.level).toBe('Mật');
});

test('recognised stamps may have lost their diacritics', () => {
  expect(findSecrecyMark('MÂT\n', { recognised: true })?.level).toBe('Mật');
  expect(findSecrecyMark('TÔI MẬT\n', { recognised: true })?.level).toBe('Tối mật');
  expect(findSecrecyMark('MÂT\n')).toBeNull();
});

test('the span is the marked line', () => {
  const text = `${header}MẬT\nKẾ HOẠCH`;
  const mark = findSecrecyMark(text)!;
  expect(text.slice(mark.begin, mark.end)).toBe('MẬT');
});
