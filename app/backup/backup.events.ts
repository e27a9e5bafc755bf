import type { LedgerBook } from '#app/ledger/index.ts';
import { mayBackUp } from './backup.policy.ts';
import { findHost } from './host.store.ts';

/** Who asked for a backup or a drill; what came of it is on the page of backups. */
export const backupBook: LedgerBook = {
  subjectKind: 'backup',
  name: { vi: 'Sao lưu', en: 'Backup' },
  mayRead: async (tx, viewer) => mayBackUp.allows(viewer, { hostId: await findHost(tx) }),
  pageOf: () => '/backup',
  wordings: {
    'backup.asked': { vi: () => 'cho sao lưu ngay', en: () => 'asked for a backup' },
    'drill.asked': { vi: () => 'cho diễn tập khôi phục', en: () => 'asked for a restore drill' },
  },
};
