import type { LedgerBook } from '#app/ledger/index.ts';
import data from '#data/personal-data.json' with { type: 'json' };
import { mayKeepPersonalData } from './personal-data.policy.ts';

const nameOf = (key: unknown) =>
  data.groups.find((group) => group.key === key)?.name ?? { vi: String(key), en: String(key) };
const day = (value: unknown) =>
  String(value ?? '')
    .split('-')
    .reverse()
    .join('/');

export const retentionBook: LedgerBook = {
  subjectKind: 'retention',
  name: { vi: 'Thời hạn lưu', en: 'Retention' },
  pageOf: () => '/personal-data',
  mayRead: async (_tx, viewer) => mayKeepPersonalData.allows(viewer),
  wordings: {
    'retention.erased': {
      vi: (p) => `xác nhận xóa ${p.count} dòng “${nameOf(p.group).vi}” trước ngày ${day(p.before)}`,
      en: (p) =>
        `confirmed the erasure of ${p.count} rows of “${nameOf(p.group).en}” before ${day(p.before)}`,
    },
  },
};
