import { hasRole } from '#app/platform/viewer.ts';
import type { LedgerBook } from './ledger-book.ts';

/** What is told of the ledger itself: who took it out of the program. Its subject is the province. */
export const ledgerBook: LedgerBook = {
  subjectKind: 'ledger',
  name: { vi: 'Nhật ký', en: 'Ledger' },
  mayRead: async (_tx, viewer) => hasRole(viewer, 'inspector', 'administrator'),
  titleOf: async () => 'cả tỉnh',
  wordings: {
    'ledger.exported': {
      vi: (p) => `xuất nhật ký ra tệp ${p.format}`,
      en: (p) => `exported the ledger as ${p.format}`,
    },
  },
};
