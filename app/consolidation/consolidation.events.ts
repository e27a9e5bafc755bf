import type { LedgerBook } from '#app/ledger/index.ts';
import { mayReadConsolidations } from './consolidation.policy.ts';
import { consolidationHistory } from './consolidation-history.ts';

const decided: Record<'vi' | 'en', Record<string, string>> = {
  vi: { once: 'tính một lần', both: 'tính cả hai', ask: 'hỏi lại cơ quan' },
  en: { once: 'counted once', both: 'both counted', ask: 'the agency is asked' },
};

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
    'consolidation.sentences-merged': {
      vi: (p) => `gộp ${Number(p.others) + 1} câu thành một`,
      en: (p) => `merged ${Number(p.others) + 1} sentences into one`,
    },
    'consolidation.sentence-split': {
      vi: () => 'tách một câu đã gộp ra lại',
      en: () => 'took a merged sentence apart again',
    },
    'consolidation.paragraph-used': {
      vi: (p) => `đưa một đoạn của ${p.agency} vào dự thảo`,
      en: (p) => `put a paragraph of ${p.agency} into the draft`,
    },
    'consolidation.paragraph-joined': {
      vi: (p) => `gộp một đoạn của ${p.agency} vào một câu`,
      en: (p) => `merged a paragraph of ${p.agency} into a sentence`,
    },
    'consolidation.paragraph-aside': {
      vi: (p) => `để ra ngoài một đoạn của ${p.agency}: “${p.reason}”`,
      en: (p) => `set a paragraph of ${p.agency} aside: “${p.reason}”`,
    },
    'consolidation.finding-decided': {
      vi: (p) =>
        `quyết định “${p.subject}”: ${decided.vi[String(p.decision)]}${p.reason ? `, “${p.reason}”` : ''}`,
      en: (p) =>
        `decided “${p.subject}”: ${decided.en[String(p.decision)]}${p.reason ? `, “${p.reason}”` : ''}`,
    },
    'consolidation.finding-reopened': {
      vi: (p) => `xem xét lại “${p.subject}”`,
      en: (p) => `reopened “${p.subject}”`,
    },
    'consolidation.rate-set': {
      vi: (p) => `ghi tỷ giá ${p.currency} ngày ${p.on}: ${p.dong} đồng`,
      en: (p) => `set the rate of ${p.currency} on ${p.on}: ${p.dong} dong`,
    },
    'consolidation.exported-with-gaps': {
      vi: (p) => `xuất dự thảo khi còn câu thiếu nguồn: “${p.reason}”`,
      en: (p) => `exported the draft with sentences lacking a source: “${p.reason}”`,
    },
    'consolidation.corrected': {
      vi: (p) => `mở bản sửa đổi lần ${Number(p.version) - 1} của báo cáo số ${p.symbol}: “${p.reason}”`,
      en: (p) => `began correction ${Number(p.version) - 1} of the report ${p.symbol}: “${p.reason}”`,
    },
    'consolidation.signed-attached': {
      vi: (p) => `đính kèm bản đã ký “${p.name}”`,
      en: (p) => `attached the signed copy “${p.name}”`,
    },
    'consolidation.sent': {
      vi: (p) => `ghi nhận đã gửi ${p.sentTo} ngày ${p.sentOn}`,
      en: (p) => `noted that it was sent to ${p.sentTo} on ${p.sentOn}`,
    },
    'consolidation.issued': {
      vi: (p) => `ban hành báo cáo số ${p.symbol}`,
      en: (p) => `issued the report ${p.symbol}`,
    },
  },
};
