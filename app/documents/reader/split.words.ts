import { words } from '#app/platform/words.ts';

export const splitWords = words({
  vi: {
    split: 'Tách',
    merge: 'Gộp với nhiệm vụ sau',
    keySplit: 'tách',
    keyMerge: 'gộp',
    where: 'Tách nhiệm vụ ở chỗ nào?',
    help: 'Chọn một chỗ dưới đây, hoặc bấm chuột vào đúng chỗ trong văn bản rồi nhấn phím s.',
    noPoint: 'Lời văn không có dấu ngắt nào: bấm chuột vào đúng chỗ trong văn bản rồi nhấn phím s.',
    splitBetween: (before: string, after: string) => `Tách giữa “${before}” và “${after}”`,
    cancel: 'Thôi',
    noNext: 'Đây là nhiệm vụ cuối của văn bản nên không có nhiệm vụ nào sau để gộp.',
    lost: (fields: string) =>
      `Hai nhiệm vụ khác nhau ở ${fields}: đang giữ theo nhiệm vụ trước, hãy xem lại. Nhấn u để hoàn tác.`,
    lostField: { deadline: 'thời hạn', reportTo: 'nơi gửi báo cáo', product: 'sản phẩm' },
  },
  en: {
    split: 'Split',
    merge: 'Merge with the next',
    keySplit: 'split',
    keyMerge: 'merge',
    where: 'Where to split the duty?',
    help: 'Choose a place below, or click the very place in the text and press s.',
    noPoint: 'The words have no mark to split at: click the very place in the text and press s.',
    splitBetween: (before, after) => `Split between “${before}” and “${after}”`,
    cancel: 'Leave it',
    noNext: 'This is the last duty of the document; there is none to merge it with.',
    lost: (fields) =>
      `The two differ in ${fields}: what the first says is kept, please check. Press u to undo.`,
    lostField: { deadline: 'deadline', reportTo: 'who is reported to', product: 'product' },
  },
});
