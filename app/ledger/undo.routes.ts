import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import type { LedgerEvent } from './event.ts';
import * as contract from './ledger.contract.ts';
import { appendEvent, holdSubject } from './ledger.store.ts';
import type { LedgerAct, LedgerBook } from './ledger-book.ts';
import { openChain } from './open-chain.ts';
import { nameField, showValue } from './show-field.ts';
import { type Changes, changedOf, compareVersions, laterOn, undoneLines } from './versions.ts';

/** Two moments of a record side by side; a line taken back by a new line. */
export function undoRoutes(web: Web, house: House, books: readonly LedgerBook[]): void {
  mount(web, house, contract.compareLines, async ({ params, query, viewer, tx }) => {
    const { book, chain } = await openChain(tx, books, viewer, params);
    const { from, to } = query;
    if (from >= to || to > chain.length)
      throw invalid('Hai dòng được chọn không so sánh được: chọn một dòng cũ và một dòng mới hơn.');
    const fields = compareVersions(await changesOf(tx, book, chain), from, to);
    return {
      fields: fields.map(({ field, before, after, differs }) => ({
        name: nameField(book, field, chain),
        before: showValue(book, field, before),
        after: showValue(book, field, after),
        differs,
      })),
    };
  });
  mount(web, house, contract.undoLine, async ({ params, viewer, tx }) => {
    await holdSubject(tx, params.subjectId);
    const { book, chain } = await openChain(tx, books, viewer, params);
    const act = { tx, house, viewer, subjectId: params.subjectId };
    return { seq: await undo(act, book, chain, params.seq) };
  });
}

/** What each line of a chain changed. */
export async function changesOf(
  tx: Tx,
  book: LedgerBook | undefined,
  chain: readonly LedgerEvent[],
): Promise<Changes[]> {
  return book?.changes ? await book.changes(chain, tx) : chain.map(changedOf);
}

/** Takes one line back by a new one. Returns the new line's number. @throws Problem */
export async function undo(
  act: LedgerAct,
  book: LedgerBook | undefined,
  chain: readonly LedgerEvent[],
  seq: number,
): Promise<number> {
  const line = chain[seq - 1];
  if (!book || !line) throw notFound('dòng nhật ký này');
  const write = book.undo?.[line.kind];
  if (!write) throw invalid('Việc này không hoàn tác được: hãy làm việc ngược lại ở trang của bản ghi.');
  const changes = await changesOf(act.tx, book, chain);
  requireUndoable(book, chain, changes, seq);
  const { changed, payload } = await write(act, line, changes[seq - 1] ?? {});
  const { agencyId, assignmentId } = line.payload;
  await appendEvent(act.tx, act.house.now(), {
    subjectKind: line.subjectKind,
    subjectId: line.subjectId,
    kind: `${line.subjectKind}.undone`,
    actorId: act.viewer.personId,
    payload: {
      undoes: seq,
      undid: { kind: line.kind, payload: line.payload },
      changed,
      ...(agencyId ? { agencyId } : {}),
      ...(assignmentId ? { assignmentId } : {}),
      ...payload,
    },
  });
  return chain.length + 1;
}

/** @throws Problem 409 that names the later lines and the fields they changed */
function requireUndoable(
  book: LedgerBook,
  chain: readonly LedgerEvent[],
  changes: readonly Changes[],
  seq: number,
): void {
  if (undoneLines(chain).has(seq))
    throw conflict(`Dòng ${seq} đã được hoàn tác trước đó: hãy tải lại trang.`);
  const later = laterOn(chain, changes, seq);
  if (!later.length) return;
  const said = later.map(({ seq: n, fields }) => {
    const names = fields.map((field) => nameField(book, field, chain).vi);
    return `dòng ${n} (${[...new Set(names)].slice(0, 4).join(', ')})`;
  });
  throw conflict(
    `Chưa hoàn tác được dòng ${seq} vì sau đó đã sửa cùng chỗ: ${said.join(', ')}. Hãy hoàn tác các dòng đó trước.`,
    { later: later.map((one) => one.seq) },
  );
}
