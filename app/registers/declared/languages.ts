import type { Said } from '#libraries/register/index.ts';

/** Foreign languages of people-to-people work. */
export const languages = {
  en: ['tiếng Anh', 'English'],
  zh: ['tiếng Trung', 'Chinese'],
  fr: ['tiếng Pháp', 'French'],
  ja: ['tiếng Nhật', 'Japanese'],
  ko: ['tiếng Hàn', 'Korean'],
  km: ['tiếng Khmer', 'Khmer'],
  lo: ['tiếng Lào', 'Lao'],
  th: ['tiếng Thái', 'Thai'],
  ru: ['tiếng Nga', 'Russian'],
  de: ['tiếng Đức', 'German'],
  es: ['tiếng Tây Ban Nha', 'Spanish'],
  other: ['ngôn ngữ khác', 'another'],
} satisfies Record<string, Said>;
