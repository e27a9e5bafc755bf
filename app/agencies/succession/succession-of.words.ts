import { words } from '#app/platform/words.ts';

export const successionOfWords = words({
  vi: {
    title: 'Kế thừa',
    changes: 'Thay đổi tổ chức',
    before: (on: string) => `kế thừa từ ${on}`,
    after: (on: string) => `được kế thừa từ ${on}`,
    share: (field: string) => `lĩnh vực: ${field}`,
    basis: (basis: string) => `căn cứ ${basis}`,
    today: 'Đơn vị hiện nay',
  },
  en: {
    title: 'Succession',
    changes: 'Reorganisations',
    before: (on) => `succeeded on ${on}`,
    after: (on) => `succeeded by it on ${on}`,
    share: (field) => `field: ${field}`,
    basis: (basis) => `under ${basis}`,
    today: 'Today',
  },
});
