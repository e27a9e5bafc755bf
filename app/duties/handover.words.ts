import { words } from '#app/platform/words.ts';

/** A part whose agency has been merged, split or renamed since. */
export const handoverWords = words({
  vi: {
    today: (names: string) => `Đơn vị hiện nay: ${names}`,
    takenOver: (name: string) => `phần nhận từ ${name}`,
  },
  en: {
    today: (names) => `Today: ${names}`,
    takenOver: (name) => `part taken over from ${name}`,
  },
});
