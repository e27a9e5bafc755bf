import type { LedgerBook } from '#app/ledger/index.ts';
import { findSubject, findTitle } from './conversation.store.ts';
import { showNames } from './mention.ts';
import { subjects } from './subjects.ts';

const nobody = new Map<string, string>();

/** What was said about a piece of work, with every change of it; who reads the work reads this. */
export const commentBook: LedgerBook = {
  subjectKind: 'comment',
  name: { vi: 'Ý kiến trao đổi', en: 'Comment' },
  mayRead: async (tx, viewer, id) => {
    const of = await findSubject(tx, id);
    if (!of) return false;
    const { open, mayRead } = subjects[of.kind];
    return mayRead === null || mayRead.allows(viewer, await open(tx, of.id));
  },
  titleOf: findTitle,
  fieldName: () => ({ vi: 'lời', en: 'words' }),
  showValue: (_field, value) => {
    if (typeof value !== 'string') return null;
    const words = showNames(value, nobody);
    return { vi: words, en: words };
  },
  wordings: {
    'comment.written': { vi: () => 'viết một ý kiến', en: () => 'wrote a comment' },
    'comment.changed': { vi: () => 'sửa ý kiến của mình', en: () => 'changed their comment' },
    'comment.removed': { vi: () => 'xóa ý kiến của mình', en: () => 'removed their comment' },
  },
};
