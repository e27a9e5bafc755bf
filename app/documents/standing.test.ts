import { expect, test } from 'vitest';
import { readDocument } from '#libraries/document/index.ts';
import { confirmedDuties, reviewOf } from './document.ts';

const text = `KẾ HOẠCH
III. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ
a) Thường xuyên cập nhật danh mục đối tác nước ngoài;
b) Bố trí kinh phí từ nguồn chi thường xuyên;
c) Báo cáo kết quả trước ngày 15/12/2026.`;

test('work that goes on by its own words is given as such; a printed day is never overridden', () => {
  const duties = confirmedDuties({ reading: reviewOf(readDocument(text)), issuedOn: '2026-01-05' });
  expect(duties.map(({ deadline }) => deadline && [deadline.words, deadline.kind])).toEqual([
    ['thường xuyên', 'ongoing'],
    null,
    ['trước ngày 15/12/2026', expect.any(String)],
  ]);
});
