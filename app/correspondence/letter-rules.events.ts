import { appendEvent, type LedgerBook } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { hasRole, type Viewer } from '#app/platform/viewer.ts';
import { getWriter } from './facts.store.ts';
import type { LetterRules } from './letter-rules.ts';

/** The rules an agency writes its letters by; the chain is the agency's own. */
export const letterRulesBook: LedgerBook = {
  subjectKind: 'letter-rules',
  name: { vi: 'Quy ước văn bản đi', en: 'Rules of letters' },
  mayRead: async (_tx, viewer) => hasRole(viewer, 'focal-officer', 'leader', 'administrator', 'inspector'),
  pageOf: () => '/letters/rules',
  titleOf: async (tx, id) => (await getWriter(tx, id).catch(() => null))?.name ?? null,
  wordings: {
    'letter-rules.changed': {
      vi: () => 'đổi quy ước soạn văn bản đi',
      en: () => 'changed the rules of letters',
    },
  },
};

export async function tellRules(
  tx: Tx,
  house: House,
  viewer: Viewer,
  issuerId: string,
  { before, after }: { before: LetterRules; after: LetterRules },
): Promise<void> {
  const keys = (Object.keys(after) as (keyof LetterRules)[]).filter((key) => before[key] !== after[key]);
  await appendEvent(tx, house.now(), {
    subjectKind: 'letter-rules',
    subjectId: issuerId,
    kind: 'letter-rules.changed',
    actorId: viewer.personId,
    payload: { changed: Object.fromEntries(keys.map((key) => [key, [before[key], after[key]]])) },
  });
}
