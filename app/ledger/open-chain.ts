import type { Tx } from '#app/platform/database.ts';
import { notFound, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { mayReadWholeLedger } from './ledger.policy.ts';
import { listEvents } from './ledger.store.ts';
import type { LedgerBook } from './ledger-book.ts';

/** A chain that the viewer may read; empty when nothing was ever told. @throws Problem 404 */
export async function openChain(
  tx: Tx,
  books: readonly LedgerBook[],
  viewer: Viewer,
  { subjectKind, subjectId }: { subjectKind: string; subjectId: string },
) {
  const book = books.find((one) => one.subjectKind === subjectKind);
  const allowed =
    mayReadWholeLedger.allows(viewer) || (await readerOf(tx, books, viewer)(subjectKind, subjectId));
  if (!allowed) throw notFound('nhật ký này');
  return { book, chain: await listEvents(tx, subjectKind, subjectId) };
}

/** Asks each book once for each subject. */
export function readerOf(tx: Tx, books: readonly LedgerBook[], viewer: Viewer) {
  const known = new Map<string, boolean>();
  return async (subjectKind: string, subjectId: string): Promise<boolean> => {
    const key = `${subjectKind} ${subjectId}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const book = books.find((one) => one.subjectKind === subjectKind);
    const answer = (await book?.mayRead(tx, viewer, subjectId).catch(isProblem)) === true;
    known.set(key, answer);
    return answer;
  };
}

/** A subject whose row is gone answers 404: nobody reads it. Anything else is a fault of ours. */
function isProblem(error: unknown): false {
  if (error instanceof Problem) return false;
  throw error;
}
