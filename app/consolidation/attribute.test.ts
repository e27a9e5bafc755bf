import { expect, test } from 'vitest';
import { attribute, listNames } from './attribute.ts';
import type { AgencySource } from './sentence.ts';

const said = (agency: string, text: string): AgencySource => ({
  kind: 'agency-report',
  agencyReportId: agency,
  filing: 1,
  paragraphId: agency,
  agencyId: agency,
  agency,
  text,
  duties: [],
});

test('an agency becomes the subject of what it did', () => {
  expect(attribute([said('Sở Ngoại vụ', 'Đã thẩm định 04 hồ sơ.')]).text).toBe(
    'Sở Ngoại vụ đã thẩm định 04 hồ sơ.',
  );
  expect(
    attribute([said('Sở Nội vụ', 'Tổ chức hội nghị'), said('Sở Tư pháp', 'Tổ chức hội nghị')]).text,
  ).toBe('Sở Nội vụ và Sở Tư pháp đều tổ chức hội nghị.');
});

test('what is said together claims no more than each of them said', () => {
  const told = [
    said('Sở Nội vụ', 'Mở lớp cho công chức, viên chức.'),
    said('Sở Tư pháp', 'Mở lớp cho công chức.'),
  ];
  expect(attribute(told).text).toBe('Sở Nội vụ và Sở Tư pháp đều mở lớp cho công chức.');
});

test('a text that does not begin with an action follows a colon; one that names its agency stands as it is', () => {
  expect(attribute([said('Sở Ngoại vụ', 'Số đoàn vào là 12.')]).text).toBe('Sở Ngoại vụ: Số đoàn vào là 12.');
  expect(attribute([said('Sở Ngoại vụ', 'Trong kỳ, Sở Ngoại vụ đón 12 đoàn.')]).text).toBe(
    'Trong kỳ, Sở Ngoại vụ đón 12 đoàn.',
  );
});

test('more names than a sentence carries are counted', () => {
  expect(listNames(['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toBe('A, B, C và 4 cơ quan khác');
  expect(listNames(['A', 'B', 'C'])).toBe('A, B và C');
});
