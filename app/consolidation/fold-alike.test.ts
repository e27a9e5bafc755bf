import { expect, test } from 'vitest';
import { foldAlike } from './fold-alike.ts';

const fold = (...texts: string[]) => foldAlike(texts, (text) => text);

test('the same words with other punctuation, case and padding of figures fold', () => {
  expect(
    fold(
      'Tổ chức 01 hội nghị quán triệt Chỉ thị số 12-CT/TW cho toàn thể cán bộ.',
      'tổ chức 1 hội nghị quán triệt Chỉ thị số 12-CT/TW cho toàn thể cán bộ',
      'Đã tổ chức 01 hội nghị quán triệt Chỉ thị số 12-CT/TW cho toàn thể cán bộ;',
    ),
  ).toHaveLength(1);
});

test('two figures are two facts, however alike the words', () => {
  expect(
    fold('Tổ chức 01 hội nghị quán triệt Chỉ thị.', 'Tổ chức 02 hội nghị quán triệt Chỉ thị.'),
  ).toHaveLength(2);
});

test('other words stay apart and keep the order of the first of each', () => {
  const groups = fold(
    'Đón một đoàn Nhật Bản thăm.',
    'Mở lớp tập huấn ngoại ngữ.',
    'Đón một đoàn Nhật Bản thăm',
  );
  expect(groups.map((group) => group.length)).toEqual([2, 1]);
});

test('six thousand paragraphs fold within half a second', () => {
  const texts = Array.from(
    { length: 6000 },
    (_, n) => `Cơ quan ${n % 200} tổ chức ${n} hoạt động giao lưu hữu nghị tại ${n % 30} nơi.`,
  );
  const start = performance.now();
  for (let slot = 0; slot < 30; slot += 1)
    foldAlike(texts.slice(slot * 200, slot * 200 + 200), (text) => text);
  expect(performance.now() - start).toBeLessThan(500);
});
