import { expect, test } from 'vitest';
import { checkPassword } from './password.ts';

const about = { email: 'lethuha@cantho.gov.vn', name: 'Lê Thị Thu Hà' };
const fault = (password: string) => checkPassword(password, about)[0]?.message;

test.each([
  '123456789012',
  'matkhaumatkhau',
  'password2026!!',
  'aaaaaaaaaaaaaa',
  'abcabcabcabc',
  'MatKhau123456',
  'qwertyuiop123',
])('%s is among the commonest', (password) => {
  expect(fault(password)).toMatch(/hay bị đoán/);
});

test.each(['', 'ngắn quá', '11 ký tự đó'])('"%s" is too short', (password) => {
  expect(fault(password)).toMatch(/ít nhất 12 ký tự/);
});

test('its owner’s own name or address is refused', () => {
  expect(fault('lethuha@cantho.gov.vn')).toMatch(/trùng với tên/);
  expect(fault('LÊ THỊ THU HÀ')).toMatch(/trùng với tên/);
});

test.each(['cầu nối bạn bè năm châu', 'một câu dài dễ nhớ', 'xe-đạp-màu-xanh-lá', 'K7#vq!2mLp9zR'])(
  '%s is accepted',
  (password) => {
    expect(checkPassword(password, about)).toEqual([]);
  },
);
