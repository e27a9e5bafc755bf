import type { LedgerBook } from '#app/ledger/index.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const mailBook: LedgerBook = {
  subjectKind: 'mail',
  name: { vi: 'Thư gửi đi', en: 'Outgoing mail' },
  mayRead: async (_tx, viewer) => hasRole(viewer, 'administrator', 'inspector'),
  pageOf: () => '/mail',
  wordings: {
    'mail.queued': { vi: () => 'đặt một thư vào hộp gửi', en: () => 'queued a letter' },
    'mail.sent': { vi: () => 'đã gửi thư', en: () => 'sent a letter' },
    'mail.failed': { vi: () => 'không gửi được thư', en: () => 'could not send a letter' },
    'mail.opened': {
      vi: () => 'mở thư chưa gửi để trao tay',
      en: () => 'opened a waiting letter to hand it over',
    },
    'mail.handed': { vi: () => 'đã trao tay thư', en: () => 'handed a letter over' },
    'mail.retried': { vi: () => 'cho gửi lại thư', en: () => 'had a letter sent again' },
  },
};
