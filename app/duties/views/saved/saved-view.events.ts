import type { LedgerBook } from '#app/ledger/index.ts';

/** Ways of looking at duties that people keep; told to those who read the whole ledger. */
export const savedViewBook: LedgerBook = {
  subjectKind: 'saved-view',
  name: { vi: 'Cách xem nhiệm vụ', en: 'Saved view' },
  mayRead: async () => false,
  pageOf: () => '/duties',
  wordings: {
    'saved-view.saved': {
      vi: (p) => `lưu cách xem “${p.name}”`,
      en: (p) => `saved the view “${p.name}”`,
    },
    'saved-view.changed': {
      vi: (p) => `đổi cách xem “${p.name}”`,
      en: (p) => `changed the view “${p.name}”`,
    },
    'saved-view.deleted': {
      vi: (p) => `xóa cách xem “${p.name}”`,
      en: (p) => `deleted the view “${p.name}”`,
    },
  },
};
