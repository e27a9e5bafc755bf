import type { Wording } from '#app/ledger/index.ts';

/** How the ledger tells of copies compared. */
export const comparisonWordings: Record<string, Wording> = {
  'document.copies-compared': {
    vi: (p) => `so sánh văn bản với một bản khác: ${p.substance} chỗ khác nội dung, ${p.typo} lỗi chữ`,
    en: (p) => `compared the document with another copy: ${p.substance} of substance, ${p.typo} misprints`,
  },
  'document.copy-decided': {
    vi: (p) => `chọn cho ${p.choices?.length ?? 0} chỗ khác nhau giữa hai bản`,
    en: (p) => `chose for ${p.choices?.length ?? 0} differences between two copies`,
  },
  'document.text-settled': {
    vi: (p) => `đưa ${p.decisions} lựa chọn vào văn bản; ${p.reopened} nhiệm vụ cần xác nhận lại`,
    en: (p) => `put ${p.decisions} choices into the document; ${p.reopened} duties to be confirmed again`,
  },
  'document.text-proposed': {
    vi: (p) => `lưu ${p.decisions} lựa chọn thành đề xuất; văn bản đã công bố giữ nguyên`,
    en: (p) => `kept ${p.decisions} choices as a proposal; the published document stays`,
  },
};
