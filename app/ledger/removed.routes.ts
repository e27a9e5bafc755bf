import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { notFound } from '#app/platform/problem.ts';
import * as contract from './ledger.contract.ts';
import { holdSubject } from './ledger.store.ts';
import type { LedgerBook } from './ledger-book.ts';

/** What was set aside in any concept, newest first, and how it is taken back. */
export function removedRoutes(web: Web, house: House, books: readonly LedgerBook[]): void {
  mount(web, house, contract.listRemoved, async ({ viewer, tx }) => {
    const things = [];
    for (const book of books)
      for (const { at, ...one } of (await book.removed?.list(tx, viewer)) ?? [])
        things.push({
          ...one,
          at: at?.toISOString() ?? null,
          subjectKind: book.subjectKind,
          page: book.pageOf?.(one.subjectId) ?? null,
        });
    return { things: things.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '')) };
  });
  mount(web, house, contract.restoreRemoved, async ({ body, viewer, tx }) => {
    const book = books.find((one) => one.subjectKind === body.subjectKind);
    if (!book?.removed) throw notFound('thứ đã bỏ ra này');
    await holdSubject(tx, body.subjectId);
    await book.removed.restore({ tx, house, viewer, subjectId: body.subjectId }, body.thing);
    return { ok: true as const };
  });
}
