import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './ledger.contract.ts';
import { holdSubject, listStanding } from './ledger.store.ts';
import type { LedgerAct, LedgerBook, RemovedThing } from './ledger-book.ts';
import { openChain } from './open-chain.ts';
import { titleOf } from './say-finding.ts';
import { tell } from './tell.ts';
import { undo } from './undo.routes.ts';

/** Removals that are taken back by their line; older ones stay to be taken back on the record's own page. */
const MOST = 200;
const byLine = /^line:(\d+)$/;

/** What was set aside in any concept, newest first, and how it is taken back. */
export function removedRoutes(web: Web, house: House, books: readonly LedgerBook[]): void {
  mount(web, house, contract.listRemoved, async ({ viewer, tx }) => {
    const things = [];
    for (const book of books)
      for (const { at, ...one } of [
        ...((await book.removed?.list(tx, viewer)) ?? []),
        ...(await removedByLine(tx, books, book, viewer)),
      ])
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
    if (!book) throw notFound('thứ đã bỏ ra này');
    await holdSubject(tx, body.subjectId);
    await restore({ tx, house, viewer, subjectId: body.subjectId }, books, book, body.thing);
    return { ok: true as const };
  });
}

async function restore(
  act: LedgerAct,
  books: readonly LedgerBook[],
  book: LedgerBook,
  thing: string,
): Promise<void> {
  const line = byLine.exec(thing);
  if (line) {
    const { chain } = await openChain(act.tx, books, act.viewer, {
      subjectKind: book.subjectKind,
      subjectId: act.subjectId,
    });
    await undo(act, book, chain, Number(line[1]));
    return;
  }
  if (!book.removed) throw notFound('thứ đã bỏ ra này');
  await book.removed.restore(act, thing);
}

/** Where a concept has no list of its own, its lines `x.y-removed` that can be taken back are the list. */
async function removedByLine(
  tx: Tx,
  books: readonly LedgerBook[],
  book: LedgerBook,
  viewer: Viewer,
): Promise<RemovedThing[]> {
  const kinds = book.removed ? [] : Object.keys(book.undo ?? {}).filter((kind) => kind.endsWith('-removed'));
  const things: RemovedThing[] = [];
  const lines = await listStanding(tx, kinds, MOST);
  const told = await tell(tx, books, lines);
  for (const [index, line] of lines.entries()) {
    const may = await book.mayUndo?.(tx, viewer, line.subjectId);
    if (!may?.(line)) continue;
    things.push({
      thing: `line:${line.seq}`,
      subjectId: line.subjectId,
      kind: book.name,
      text: told[index]!.said.vi,
      from: await titleOf(tx, book, line.subjectId),
      at: line.at,
      by: null,
      reason: null,
    });
  }
  return things;
}
