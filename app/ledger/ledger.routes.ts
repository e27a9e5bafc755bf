import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { checkRoutes } from './check.routes.ts';
import { findBrokenLine, type LedgerEvent } from './event.ts';
import { exportRoutes } from './export.routes.ts';
import { filterOf, readOn } from './find-lines.ts';
import * as contract from './ledger.contract.ts';
import { mayCheckLedger, mayReadWholeLedger } from './ledger.policy.ts';
import { listActors, listAgencyNames } from './ledger.store.ts';
import type { LedgerBook } from './ledger-book.ts';
import { openChain, readerOf } from './open-chain.ts';
import { removedRoutes } from './removed.routes.ts';
import { titleOf } from './say-finding.ts';
import { tell } from './tell.ts';
import { changesOf, undoRoutes } from './undo.routes.ts';
import { undoneLines } from './versions.ts';

const PAGE = 50;

/** Reads the ledger aloud, in the words that each concept's book has for its events. */
export function ledgerRoutes(web: Web, house: House, books: readonly LedgerBook[]): void {
  mount(web, house, contract.subjectLedger, async ({ params, viewer, tx }) => {
    const { book, chain } = await openChain(tx, books, viewer, params);
    return {
      title: await titleOf(tx, book, params.subjectId),
      kindName: book?.name ?? { vi: params.subjectKind, en: params.subjectKind },
      page: book?.pageOf?.(params.subjectId) ?? null,
      lines: await tellChain(tx, books, book, viewer, chain),
      brokenAt: findBrokenLine(viewer.tenantId, chain)?.seq ?? null,
      mayProve: mayCheckLedger.allows(viewer),
    };
  });
  mount(web, house, contract.recentLedger, async ({ query, viewer, tx }) => {
    requirePolicy(mayReadWholeLedger, viewer, undefined);
    const { before, words } = query;
    const filter = await filterOf(tx, books, query);
    const { lines, next } = await readOn(tx, books, { ...filter, before }, PAGE, words);
    return {
      lines,
      next,
      hasMore: next !== null,
      kinds: books.map((book) => ({ kind: book.subjectKind, name: book.name })),
      people: await listActors(tx),
      agencies: await listAgencyNames(tx),
    };
  });
  mount(web, house, contract.activity, async ({ query, viewer, tx }) => {
    const mayRead = readerOf(tx, books, viewer);
    const isNews = async (event: LedgerEvent) =>
      !(event.subjectKind === 'person' && event.actorId === event.subjectId) &&
      (await mayRead(event.subjectKind, event.subjectId));
    return readOn(tx, books, { before: query.before }, PAGE, undefined, isNews);
  });
  exportRoutes(web, house, books);
  checkRoutes(web, house, books);
  undoRoutes(web, house, books);
  removedRoutes(web, house, books);
}

async function tellChain(
  tx: Tx,
  books: readonly LedgerBook[],
  book: LedgerBook | undefined,
  viewer: Viewer,
  chain: readonly LedgerEvent[],
) {
  if (!chain[0]) return [];
  const undone = undoneLines(chain);
  const changes = await changesOf(tx, book, chain);
  const mayUndo = await book?.mayUndo?.(tx, viewer, chain[0].subjectId);
  return (await tell(tx, books, chain)).map((line, index) => ({
    ...line,
    mayUndo:
      book?.undo?.[line.kind] !== undefined && !undone.has(line.seq) && mayUndo?.(chain[index]!) === true,
    undoneBy: chain.find(({ payload }) => payload.undoes === line.seq)?.seq ?? null,
    hasFields: Object.keys(changes[index] ?? {}).length > 0,
  }));
}
