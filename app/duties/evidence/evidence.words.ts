import { words } from '#app/platform/words.ts';

export const evidenceWords = words({
  vi: {
    links: 'Liên kết minh chứng',
    linksHelp: 'Địa chỉ đầy đủ bắt đầu bằng https://, mỗi dòng một liên kết.',
    closes: (day: string) => `Kỳ đến hạn ${day} đã làm xong`,
    ofTime: (day: string) => `kỳ ${day}`,
    newTab: 'mở trang ngoài trong thẻ mới',
  },
  en: {
    links: 'Links as evidence',
    linksHelp: 'Whole addresses that begin with https://, one a line.',
    closes: (day) => `The time due ${day} is done`,
    ofTime: (day) => `for ${day}`,
    newTab: 'opens another site in a new tab',
  },
});
