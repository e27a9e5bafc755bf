import { expect, test } from 'vitest';
import { checkHolidays, type Holiday } from '../index.ts';

const good: Holiday = {
  date: '2026-11-24',
  name: 'Ngày Văn hóa Việt Nam',
  kind: 'fixed',
  source: 'Nghị quyết 28/2026/QH16',
  verified: true,
};

test.each([
  [{}, null],
  [{ date: '24/11/2026' }, '“24/11/2026” không phải là một ngày; hãy viết theo dạng 2026-11-24.'],
  [{ name: ' ' }, 'Ngày 24/11/2026 chưa có tên; hãy ghi tên ngày nghỉ.'],
  [{ source: '' }, 'Ngày 24/11/2026 chưa có nguồn; hãy ghi văn bản quy định.'],
  [{ kind: 'lễ' }, 'Ngày 24/11/2026 có loại “lễ” không dùng được.'],
  [{ verified: 'có' }, 'Ngày 24/11/2026 chưa ghi đã kiểm chứng hay chưa.'],
  [
    { kind: 'swap-work' },
    'Ngày 24/11/2026 ghi làm bù nhưng không phải ngày nghỉ hằng tuần; hãy xem lại ngày.',
  ],
  [
    { kind: 'compensation', date: '2026-11-28' },
    'Ngày 28/11/2026 ghi nghỉ bù nhưng đã là ngày nghỉ hằng tuần; hãy xem lại ngày.',
  ],
])('%j', (change, sentence) => {
  expect(checkHolidays([{ ...good, ...(change as Partial<Holiday>) }])).toEqual(
    sentence === null ? [] : [sentence],
  );
});

test('one row a day', () => {
  expect(checkHolidays([good, { ...good, name: 'Nghỉ bù' }])).toEqual([
    'Ngày 24/11/2026 có hai dòng: “Ngày Văn hóa Việt Nam” và “Nghỉ bù”; hãy giữ một dòng.',
  ]);
});
