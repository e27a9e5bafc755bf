import type { LedgerBook } from '#app/ledger/index.ts';
import { mayReadConsolidations } from './consolidation.policy.ts';
import { consolidationHistory } from './consolidation-history.ts';

export const consolidationBook: LedgerBook = {
  subjectKind: 'consolidation',
  name: { vi: 'Báo cáo tổng hợp', en: 'Consolidated report' },
  mayRead: async (_tx, viewer) => mayReadConsolidations.allows(viewer, undefined),
  pageOf: (id) => `/consolidation/${id}`,
  ...consolidationHistory,
  wordings: {
    'consolidation.drafted': {
      vi: (p) => `lập dự thảo tổng hợp ${p.period} từ ${p.agencies} báo cáo`,
      en: (p) => `drafted the consolidation of ${p.period} from ${p.agencies} reports`,
    },
    'consolidation.gathered': {
      vi: (p) => `lấy thêm báo cáo: thêm ${p.added} câu, cập nhật ${p.changed}, để ra ngoài ${p.setAside}`,
      en: (p) =>
        `took in newer reports: ${p.added} sentences added, ${p.changed} updated, ${p.setAside} set aside`,
    },
    'consolidation.letter-changed': {
      vi: () => 'sửa thể thức báo cáo tổng hợp',
      en: () => 'changed the form of the consolidated report',
    },
    'consolidation.sentence-added': {
      vi: (p) => `thêm một câu biên tập ở mục ${p.slot}`,
      en: (p) => `added an editorial sentence under ${p.slot}`,
    },
    'consolidation.sentence-changed': {
      vi: (p) =>
        p.after ? `sửa “${p.before}” thành “${p.after}”` : 'sửa nguồn hoặc dấu biên tập của một câu',
      en: (p) =>
        p.after ? `changed “${p.before}” to “${p.after}”` : 'changed the source or mark of a sentence',
    },
    'consolidation.sentence-moved': {
      vi: () => 'chuyển chỗ một câu',
      en: () => 'moved a sentence',
    },
    'consolidation.sentence-removed': {
      vi: (p) => `để ra ngoài câu “${p.text}”: “${p.reason}”`,
      en: (p) => `set aside “${p.text}”: “${p.reason}”`,
    },
    'consolidation.sentence-restored': {
      vi: () => 'lấy lại một câu đã để ra ngoài',
      en: () => 'took back a sentence that was set aside',
    },
    'consolidation.exported-with-gaps': {
      vi: (p) => `xuất dự thảo khi còn câu thiếu nguồn: “${p.reason}”`,
      en: (p) => `exported the draft with sentences lacking a source: “${p.reason}”`,
    },
    'consolidation.issued': {
      vi: (p) => `ban hành báo cáo số ${p.symbol}`,
      en: (p) => `issued the report ${p.symbol}`,
    },
  },
};
