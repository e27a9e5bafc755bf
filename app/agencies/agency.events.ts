import type { LedgerBook } from '#app/ledger/index.ts';
import { nameOfKind } from './agency.ts';

/** What is told of an agency; everybody of the province may read the register. */
export const agencyBook: LedgerBook = {
  subjectKind: 'agency',
  name: { vi: 'Cơ quan', en: 'Agency' },
  mayRead: async () => true,
  pageOf: (id) => `/agencies/${id}`,
  wordings: {
    'agency.created': {
      vi: (p) => `thêm cơ quan ${p.name}${p.kind ? ` (${nameOfKind(p.kind)})` : ''} vào danh mục`,
      en: (p) => `added the agency ${p.name} to the register`,
    },
    'agency.name-added': {
      vi: (p) => `thêm tên gọi “${p.name}” cho cơ quan`,
      en: (p) => `added the name “${p.name}” to the agency`,
    },
  },
};
