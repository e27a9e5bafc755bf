import { words } from '#app/platform/words.ts';

export const asOfWords = words({
  vi: {
    label: 'Xem như ngày',
    help: 'Để trống là hôm nay',
    shown: (day: string) =>
      `Đang xem như cuối ngày ${day}: tên cơ quan, người giữ việc và số liệu là của ngày đó. Chỉ để xem.`,
    back: 'Về hôm nay',
  },
  en: {
    label: 'As of',
    help: 'Empty is today',
    shown: (day) =>
      `Shown as of the end of ${day}: names, holders and figures are those of that day. For reading only.`,
    back: 'Back to today',
  },
});
