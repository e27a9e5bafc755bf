import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound } from '#app/platform/problem.ts';
import { findBrokenLine } from './event.ts';
import * as contract from './ledger.contract.ts';
import { mayReadWholeLedger } from './ledger.policy.ts';
import { listActors, listEvents, listRecentEvents } from './ledger.store.ts';
import type { LedgerBook } from './ledger-book.ts';
import { tell } from './tell.ts';

const PAGE = 50;

/** Reads the ledger aloud, in the words that each concept's book has for its events. */
export function ledgerRoutes(web: Web, house: House, books: readonly LedgerBook[]): void {
  mount(web, house, contract.subjectLedger, async ({ params, viewer, tx }) => {
    const book = books.find((one) => one.subjectKind === params.subjectKind);
    const allowed =
      mayReadWholeLedger.allows(viewer) || (await book?.mayRead(tx, viewer, params.subjectId)) === true;
    if (!allowed) throw notFound('nhật ký này');
    const chain = await listEvents(tx, params.subjectKind, params.subjectId);
    if (!chain.length) throw notFound('nhật ký này');
    return {
      lines: await tell(tx, books, chain),
      brokenAt: findBrokenLine(viewer.tenantId, chain)?.seq ?? null,
    };
  });
  mount(web, house, contract.recentLedger, async ({ query, viewer, tx }) => {
    requirePolicy(mayReadWholeLedger, viewer, undefined);
    const { subjectKind, person: actorId, before } = query;
    const events = await listRecentEvents(tx, { subjectKind, actorId, before }, PAGE + 1);
    return {
      lines: await tell(tx, books, events.slice(0, PAGE)),
      hasMore: events.length > PAGE,
      kinds: books.map((book) => ({ kind: book.subjectKind, name: book.name })),
      people: await listActors(tx),
    };
  });
}
