import { expect, test } from 'vitest';
import { isProductShown, namesProduct, readLink } from './product.ts';

const entry = { note: 'Đã họp', files: 0, links: [] as string[] };

test('a product is shown by a file, a link, or words that name it', () => {
  expect(isProductShown('Kế hoạch', [entry])).toBe(false);
  expect(isProductShown('Kế hoạch', [])).toBe(false);
  expect(isProductShown('Kế hoạch', [entry, { ...entry, files: 1 }])).toBe(true);
  expect(isProductShown('Kế hoạch', [{ ...entry, links: ['https://cantho.gov.vn/'] }])).toBe(true);
  expect(isProductShown('Kế hoạch', [{ ...entry, note: 'Đã ban hành kế hoạch số 12' }])).toBe(true);
});

test('words name it without case and diacritics, a long title by most of its words', () => {
  expect(namesProduct('da ban hanh KE HOACH thuc hien', 'Kế hoạch thực hiện')).toBe(true);
  expect(namesProduct('báo cáo kết quả đã gửi', 'Báo cáo kết quả thực hiện Chỉ thị')).toBe(false);
  expect(namesProduct('kế toán', 'Kế hoạch')).toBe(false);
  expect(namesProduct('', '…')).toBe(false);
});

test.each([
  ['https://cantho.gov.vn/van-ban?id=1', 'https://cantho.gov.vn/van-ban?id=1'],
  [' https://cantho.gov.vn ', 'https://cantho.gov.vn/'],
  ['http://cantho.gov.vn', null],
  ['javascript:alert(1)', null],
  ['https://localhost/x', null],
  ['https://a:b@cantho.gov.vn', null],
  ['cantho.gov.vn', null],
  [`https://cantho.gov.vn/${'a'.repeat(500)}`, null],
])('a link %s is kept as %s', (given, kept) => expect(readLink(given)).toBe(kept));
