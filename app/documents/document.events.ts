import type { LedgerBook, Payload } from '#app/ledger/index.ts';
import { comparisonWordings } from './comparison/comparison.events.ts';
import { maySeeDocument } from './document.policy.ts';
import { findDocument } from './document.store.ts';
import { documentHistoryBook } from './history/document-book.ts';

const at = (p: Payload, otherwise: string): string => p.path || otherwise;
const countOf = (p: Payload): number => (Array.isArray(p.dutyIds) ? p.dutyIds.length : 1);

/** What is told of a document, to those who may see it. */
export const documentBook: LedgerBook = {
  subjectKind: 'document',
  name: { vi: 'Văn bản', en: 'Document' },
  mayRead: async (tx, viewer, id) => {
    const document = await findDocument(tx, id);
    return document !== undefined && maySeeDocument.allows(viewer, document);
  },
  pageOf: (id) => `/documents/${id}`,
  ...documentHistoryBook,
  wordings: {
    ...comparisonWordings,
    'document.handed-over': {
      vi: (p) =>
        `chuyển việc theo dõi văn bản từ ${p.fromPerson ?? 'người đã rời'} sang ${p.toPerson ?? 'người đã rời'}`,
      en: (p) =>
        `passed the document from ${p.fromPerson ?? 'someone who left'} to ${p.toPerson ?? 'someone who left'}`,
    },
    'document.imported': {
      vi: (p) => `nhận văn bản ${p.symbol ?? ''} vào, đọc được ${p.duties} nhiệm vụ`.replace('  ', ' '),
      en: (p) => `took in document ${p.symbol ?? ''}, ${p.duties} duties read`.replace('  ', ' '),
    },
    'document.amended': {
      vi: (p) =>
        `được ${p.by ?? 'văn bản mới'} ${p.relation === 'amends' ? 'sửa đổi, bổ sung' : 'thay thế'}: giữ ${p.kept}, sửa ${p.changed}, thu hồi ${p.withdrawn} nhiệm vụ`,
      en: (p) =>
        `was ${p.relation === 'amends' ? 'amended' : 'replaced'} by ${p.by ?? 'a new document'}: ${p.kept} duties kept, ${p.changed} changed, ${p.withdrawn} withdrawn`,
    },
    'document.refused-as-secret': {
      vi: () => 'gửi một văn bản có dấu mật: bị từ chối, không lưu gì',
      en: () => 'sent a document marked secret: refused, nothing kept',
    },
    'document.header-corrected': {
      vi: () => 'sửa thông tin chung của văn bản',
      en: () => 'corrected the header of the document',
    },
    'document.duty-split': {
      vi: (p) => `tách nhiệm vụ ${at(p, 'không đánh số')} thành hai`,
      en: (p) => `split the duty ${at(p, 'without a number')} in two`,
    },
    'document.duties-merged': {
      vi: (p) => `gộp nhiệm vụ ${at(p, 'không đánh số')} với nhiệm vụ liền sau`,
      en: (p) => `merged the duty ${at(p, 'without a number')} with the next`,
    },
    'document.duty-added': {
      vi: (p) => `thêm nhiệm vụ ${at(p, 'từ đoạn chữ được chọn')}`,
      en: (p) => `added the duty ${at(p, 'from selected words')}`,
    },
    'document.duty-corrected': {
      vi: (p) => `sửa nhiệm vụ ${at(p, 'không đánh số')}`,
      en: (p) => `corrected the duty ${at(p, 'without a number')}`,
    },
    'document.duty-confirmed': {
      vi: (p) => `xác nhận nhiệm vụ ${at(p, 'không đánh số')}`,
      en: (p) => `confirmed the duty ${at(p, 'without a number')}`,
    },
    'document.duty-reopened': {
      vi: (p) => `bỏ xác nhận nhiệm vụ ${at(p, 'không đánh số')}`,
      en: (p) => `took back the confirmation of the duty ${at(p, 'without a number')}`,
    },
    'document.duty-removed': {
      vi: (p) => `bỏ nhiệm vụ ${at(p, 'không đánh số')}`,
      en: (p) => `left out the duty ${at(p, 'without a number')}`,
    },
    'document.duty-restored': {
      vi: (p) => `lấy lại nhiệm vụ ${at(p, 'không đánh số')}`,
      en: (p) => `restored the duty ${at(p, 'without a number')}`,
    },
    'document.all-confirmed': {
      vi: (p) => `xác nhận ${countOf(p)} nhiệm vụ cùng lúc`,
      en: (p) => `confirmed ${countOf(p)} duties at once`,
    },
    'document.confirmations-taken-back': {
      vi: (p) => `bỏ xác nhận ${countOf(p)} nhiệm vụ cùng lúc`,
      en: (p) => `took back the confirmation of ${countOf(p)} duties at once`,
    },
    'document.published': {
      vi: (p) => `công bố ${p.symbol ?? 'văn bản'}: ${p.duties} nhiệm vụ giao cho ${p.agencies} cơ quan`,
      en: (p) => `published ${p.symbol ?? 'the document'}: ${p.duties} duties for ${p.agencies} agencies`,
    },
  },
};
