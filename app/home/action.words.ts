import { words } from '#app/platform/words.ts';

export const actionWords = words({
  vi: {
    title: (n: number) => (n > 1 ? `${n} việc nên làm trước` : 'Việc nên làm trước'),
    all: 'Tất cả việc đang chờ',
  },
  en: {
    title: (n) => (n > 1 ? `${n} things to do first` : 'To do first'),
    all: 'Everything that waits',
  },
});
