import { words } from '#app/platform/words.ts';

export const ledgerWords = words({
  vi: {
    title: 'Nhật ký',
    lead: 'Ai làm gì, khi nào. Không ai sửa được những dòng này.',
    subjectKind: 'Loại',
    person: 'Người làm',
    everything: 'Tất cả',
    older: 'Xem cũ hơn',
    open: 'Mở',
    none: 'Chưa có việc nào khớp với lựa chọn này.',
    whole: (n: number) => `Chuỗi ${n} dòng còn nguyên vẹn.`,
    broken: (n: number) =>
      `Nhật ký này đã bị sửa từ dòng ${n}: hãy báo quản trị và thanh tra, đừng dựa vào các dòng từ đó trở đi.`,
  },
  en: {
    title: 'Ledger',
    lead: 'Who did what, and when. Nobody can change these lines.',
    subjectKind: 'Kind',
    person: 'Person',
    everything: 'All',
    older: 'Older',
    open: 'Open',
    none: 'Nothing matches this choice.',
    whole: (n) => `The chain of ${n} lines is intact.`,
    broken: (n) =>
      `This ledger was changed from line ${n} on: tell the administrator and the inspector, and do not rely on what follows.`,
  },
});
