import { expect, test } from 'vitest';
import { sealWith } from './seal.ts';

const seal = sealWith('một khóa đủ dài cho phép thử, 32 ký tự trở lên');

test('what was sealed opens with the same key and purpose', () => {
  const sealed = seal.close('Nguyễn Thị Ánh', 'person.phone');
  expect(seal.open(sealed, 'person.phone')).toBe('Nguyễn Thị Ánh');
  expect(sealed.includes(Buffer.from('Nguyễn'))).toBe(false);
  expect(seal.close('Nguyễn Thị Ánh', 'person.phone').equals(sealed)).toBe(false);
});

test('another purpose, another key or an altered byte does not open', () => {
  const sealed = seal.close('0912345678', 'person.phone');
  const altered = Buffer.from(sealed);
  altered[sealed.length - 1]! ^= 1;
  expect(() => seal.open(sealed, 'person.email')).toThrow();
  expect(() => sealWith('một khóa khác, cũng đủ dài cho phép thử').open(sealed, 'person.phone')).toThrow();
  expect(() => seal.open(altered, 'person.phone')).toThrow();
});

test('a signature holds for its content, purpose and key alone', () => {
  const content = Buffer.from('đầu chuỗi');
  const signature = seal.sign(content, 'ledger.seal');
  expect(seal.isSigned(content, signature, 'ledger.seal')).toBe(true);
  expect(seal.isSigned(Buffer.from('đầu chuôi'), signature, 'ledger.seal')).toBe(false);
  expect(seal.isSigned(content, signature, 'ledger.other')).toBe(false);
  expect(
    sealWith('một khóa khác, cũng đủ dài cho phép thử').isSigned(content, signature, 'ledger.seal'),
  ).toBe(false);
});
