import { words } from '#app/platform/words.ts';

export const exportWords = words({
  vi: {
    export: 'Xuất',
    label: 'Xuất những gì đọc được ra tệp',
    forms: {
      xlsx: 'Excel: nhiệm vụ, mục lục, viện dẫn',
      json: 'JSON: toàn bộ bản đọc',
      'akn.xml': 'Akoma Ntoso: XML có cấu trúc',
    },
  },
  en: {
    export: 'Export',
    label: 'Export what was read as a file',
    forms: {
      xlsx: 'Excel: duties, outline, citations',
      json: 'JSON: the whole reading',
      'akn.xml': 'Akoma Ntoso: structured XML',
    },
  },
});
