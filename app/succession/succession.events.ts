import type { LedgerBook, Payload } from '#app/ledger/index.ts';
import { maySeeChanges } from './succession.policy.ts';

const day = (p: Payload) =>
  String(p.on ?? '')
    .split('-')
    .reverse()
    .join('/');

export const successionBook: LedgerBook = {
  subjectKind: 'succession',
  name: { vi: 'Thay đổi tổ chức', en: 'Reorganisation' },
  mayRead: async (_tx, viewer) => maySeeChanges.allows(viewer, undefined),
  pageOf: (id) => `/agencies/changes/${id}`,
  wordings: {
    'succession.drafted': {
      vi: (p) => `soạn thay đổi tổ chức ngày ${day(p)} theo ${p.basis}`,
      en: (p) => `drafted a reorganisation of ${day(p)} under ${p.basis}`,
    },
    'succession.changed': {
      vi: (p) => `sửa bản nháp thay đổi tổ chức ngày ${day(p)} theo ${p.basis}`,
      en: (p) => `changed the draft of ${day(p)} under ${p.basis}`,
    },
    'succession.discarded': {
      vi: (p) => `bỏ bản nháp thay đổi tổ chức ngày ${day(p)}`,
      en: (p) => `discarded the draft of ${day(p)}`,
    },
    'succession.applied': {
      vi: (p) => `áp dụng thay đổi tổ chức ngày ${day(p)} theo ${p.basis}, chuyển ${p.moved} dòng`,
      en: (p) => `applied the reorganisation of ${day(p)} under ${p.basis}, moving ${p.moved} rows`,
    },
    'succession.undone': {
      vi: (p) => `hoàn tác thay đổi tổ chức ngày ${day(p)}, trả lại ${p.restored} dòng: “${p.reason}”`,
      en: (p) => `undid the reorganisation of ${day(p)}, restoring ${p.restored} rows: “${p.reason}”`,
    },
  },
};
