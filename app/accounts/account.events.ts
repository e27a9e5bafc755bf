import type { LedgerBook } from '#app/ledger/index.ts';

/** What is told of people; each reads their own lines, the inspector and the administrator read all. */
export const personBook: LedgerBook = {
  subjectKind: 'person',
  name: { vi: 'Người dùng', en: 'Person' },
  mayRead: async (_tx, viewer, id) => viewer.personId === id,
  wordings: {
    'person.created': {
      vi: (p) => `thêm người dùng ${p.name}`,
      en: (p) => `added the person ${p.name}`,
    },
    'person.signed-in': { vi: () => 'đăng nhập bằng mật khẩu', en: () => 'signed in with a password' },
    'person.entered-by-link': {
      vi: () => 'vào bằng liên kết dùng một lần',
      en: () => 'entered by a one-time link',
    },
    'person.password-set': { vi: () => 'đặt mật khẩu mới', en: () => 'set a new password' },
  },
};
