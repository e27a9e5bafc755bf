import type { LedgerBook, Payload } from '#app/ledger/index.ts';

const day = (date: string) => date.split('-').reverse().join('/');
const row = (p: Payload) => (p.row ? `${day(p.row.date)} (${p.row.name})` : '');
const before = (p: Payload) => (p.before ? `${day(p.before.date)} (${p.before.name})` : '');

export const calendarBook: LedgerBook = {
  subjectKind: 'calendar',
  name: { vi: 'Lịch làm việc', en: 'Calendar' },
  mayRead: async () => true,
  pageOf: () => '/holidays',
  wordings: {
    'calendar.holiday-saved': {
      vi: (p) => `${p.before ? 'sửa' : 'thêm'} ngày ${row(p)} trong lịch nghỉ, theo ${p.row?.source}`,
      en: (p) => `${p.before ? 'changed' : 'added'} ${row(p)} in the calendar, by ${p.row?.source}`,
    },
    'calendar.holiday-left-out': {
      vi: (p) => `bỏ ngày ${before(p)} khỏi lịch nghỉ`,
      en: (p) => `left ${before(p)} out of the calendar`,
    },
    'calendar.holiday-restored': {
      vi: (p) => `lấy lại ngày ${row(p)} theo lịch đi kèm chương trình`,
      en: (p) => `went back to the shipped row of ${row(p)}`,
    },
  },
};
