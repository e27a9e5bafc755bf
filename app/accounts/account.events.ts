import type { LedgerBook, Payload } from '#app/ledger/index.ts';
import { hasRole } from '#app/platform/viewer.ts';
import { membershipMoveWordings } from './membership-move.events.ts';

const withCode = {
  vi: (p: Payload) => (p.twoSteps ? ', có mã bước hai' : ''),
  en: (p: Payload) => (p.twoSteps ? ', with a second-step code' : ''),
};

/** What is told of people; each reads their own lines, the inspector and the administrator read all. */
export const personBook: LedgerBook = {
  subjectKind: 'person',
  name: { vi: 'Người dùng', en: 'Person' },
  mayRead: async (_tx, viewer, id) => viewer.personId === id,
  wordings: {
    ...membershipMoveWordings,
    'person.created': {
      vi: (p) => `thêm người dùng ${p.name}`,
      en: (p) => `added the person ${p.name}`,
    },
    'person.signed-in': {
      vi: (p) => `đăng nhập bằng mật khẩu${withCode.vi(p)}`,
      en: (p) => `signed in with a password${withCode.en(p)}`,
    },
    'person.entered-by-link': {
      vi: (p) => `vào bằng liên kết dùng một lần${withCode.vi(p)}`,
      en: (p) => `entered by a one-time link${withCode.en(p)}`,
    },
    'person.signed-in-by-sso': {
      vi: (p) => `đăng nhập một lần${withCode.vi(p)}`,
      en: (p) => `signed in by single sign-on${withCode.en(p)}`,
    },
    'person.two-step-on': {
      vi: () => 'bật đăng nhập hai bước',
      en: () => 'switched two-step sign-in on',
    },
    'person.two-step-off': {
      vi: () => 'tắt đăng nhập hai bước',
      en: () => 'switched two-step sign-in off',
    },
    'person.two-step-reset': {
      vi: (p) => `đặt lại đăng nhập hai bước, lý do: ${p.reason}`,
      en: (p) => `reset two-step sign-in, reason: ${p.reason}`,
    },
    'person.recovery-code-used': { vi: () => 'dùng một mã dự phòng', en: () => 'used a recovery code' },
    'person.recovery-codes-renewed': {
      vi: () => 'lấy mười mã dự phòng mới',
      en: () => 'took ten new recovery codes',
    },
    'person.sessions-ended': {
      vi: (p) => `đóng ${p.ended} phiên đăng nhập`,
      en: (p) => `ended ${p.ended} session(s)`,
    },
    'person.invited': {
      vi: (p) => (p.purpose === 'recovery' ? 'làm liên kết vào lại' : 'làm lời mời vào chương trình'),
      en: (p) => (p.purpose === 'recovery' ? 'made a recovery link' : 'made an invitation'),
    },
    'person.sso-linked': {
      vi: (p) => `nối tài khoản đăng nhập một lần ${p.provider}`,
      en: (p) => `linked the single sign-on account of ${p.provider}`,
    },
    'person.sso-unlinked': {
      vi: (p) => `bỏ nối tài khoản đăng nhập một lần ${p.provider}`,
      en: (p) => `unlinked the single sign-on account of ${p.provider}`,
    },
    'person.password-set': { vi: () => 'đặt mật khẩu mới', en: () => 'set a new password' },
  },
};

/** How people of the province sign in. */
export const signInRulesBook: LedgerBook = {
  subjectKind: 'sign-in-rules',
  name: { vi: 'Cách đăng nhập', en: 'Ways to sign in' },
  mayRead: async (_tx, viewer) => hasRole(viewer, 'administrator', 'inspector'),
  pageOf: () => '/sign-in-rules',
  wordings: {
    'sign-in-rules.changed': {
      vi: () => 'đổi cách đăng nhập của tỉnh',
      en: () => 'changed how the province signs in',
    },
    'sign-in-rules.provider-saved': {
      vi: (p) => `lưu nơi đăng nhập một lần ${p.label}`,
      en: (p) => `saved the single sign-on provider ${p.label}`,
    },
    'sign-in-rules.provider-removed': {
      vi: (p) => `bỏ nơi đăng nhập một lần ${p.label}`,
      en: (p) => `removed the single sign-on provider ${p.label}`,
    },
  },
};
