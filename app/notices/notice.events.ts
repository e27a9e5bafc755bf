import type { LedgerBook } from '#app/ledger/index.ts';
import { hasRole } from '#app/platform/viewer.ts';

const day = (date: string) =>
  String(date ?? '')
    .split('-')
    .reverse()
    .join('/');

/** A province has one chain of what was sent; what a person read stands in their own. */
export const noticeBook: LedgerBook = {
  subjectKind: 'notices',
  name: { vi: 'Nhắc việc', en: 'Reminders' },
  mayRead: async (_tx, viewer, subjectId) =>
    subjectId === viewer.personId || hasRole(viewer, 'administrator', 'focal-officer', 'leader', 'inspector'),
  pageOf: () => '/notices',
  wordings: {
    'notices.sent': {
      vi: (p) => `gửi ${p.count} lời nhắc của ngày ${day(p.day)}`,
      en: (p) => `sent ${p.count} reminders of ${day(p.day)}`,
    },
    'notices.read': {
      vi: (p) => `đọc ${p.count} lời nhắc`,
      en: (p) => `read ${p.count} reminders`,
    },
    'notices.muted': {
      vi: (p) => (p.muted ? 'tắt nhắc một việc' : 'bật lại nhắc một việc'),
      en: (p) => (p.muted ? 'muted a subject' : 'unmuted a subject'),
    },
    'notices.reminded-by-hand': {
      vi: (p) => `nhắc việc ${p.agencyName} (${p.count} người nhận)`,
      en: (p) => `reminded ${p.agencyName} (${p.count} people)`,
    },
    'notices.ladder-changed': {
      vi: (p) => (p.restored ? 'trở về thang nhắc việc đi kèm' : 'đặt thang nhắc việc của tỉnh'),
      en: (p) => (p.restored ? 'went back to the shipped ladder' : 'set the ladder of reminders'),
    },
    'notices.feed-made': {
      vi: () => 'tạo liên kết lịch',
      en: () => 'made a calendar link',
    },
    'notices.feed-revoked': {
      vi: () => 'thu hồi liên kết lịch',
      en: () => 'revoked a calendar link',
    },
    'notices.hook-saved': {
      vi: (p) => `nối hệ thống ngoài ${p.host}`,
      en: (p) => `connected ${p.host}`,
    },
    'notices.hook-paused': {
      vi: (p) => `tạm ngừng báo tin cho ${p.host}`,
      en: (p) => `paused ${p.host}`,
    },
    'notices.hook-removed': {
      vi: (p) => `ngắt hệ thống ngoài ${p.host}`,
      en: (p) => `disconnected ${p.host}`,
    },
    'notices.push-set': {
      vi: (p) => (p.on ? 'bật thông báo trên một thiết bị' : 'tắt thông báo trên một thiết bị'),
      en: (p) => (p.on ? 'turned notices on a device on' : 'turned notices on a device off'),
    },
  },
};
