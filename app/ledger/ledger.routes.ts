import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound } from '#app/platform/problem.ts';
import { findBrokenLine, type LedgerEvent } from './event.ts';
import * as contract from './ledger.contract.ts';
import { mayReadWholeLedger } from './ledger.policy.ts';
import { listActors, listEvents, listRecentEvents, namesOfPeople } from './ledger.store.ts';
import { describe, type LedgerBook } from './ledger-book.ts';

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

async function tell(tx: Tx, books: readonly LedgerBook[], events: readonly LedgerEvent[]) {
  const names = await namesOfPeople(tx, [...new Set(events.flatMap(peopleIn))]);
  return events.map((event) => ({
    id: event.id,
    seq: event.seq,
    at: event.at.toISOString(),
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    kind: event.kind,
    actorId: event.actorId,
    said: describe(
      books,
      { ...event, payload: withNames(event, names) },
      event.actorId ? (names.get(event.actorId) ?? 'Người đã rời hệ thống') : null,
    ),
    page: books.find((book) => book.subjectKind === event.subjectKind)?.pageOf?.(event.subjectId) ?? null,
  }));
}

const idKeys = (payload: LedgerEvent['payload']) =>
  Object.entries(payload).filter(([key, value]) => key.endsWith('PersonId') && typeof value === 'string');

/** Everybody a line tells of: who did it, the person it is about, and those its payload names by id. */
const peopleIn = ({ actorId, subjectKind, subjectId, payload }: LedgerEvent): string[] => [
  ...(actorId ? [actorId] : []),
  ...(subjectKind === 'person' ? [subjectId] : []),
  ...idKeys(payload).map(([, id]) => id as string),
];

/**
 * The ledger keeps ids of people and never their names, so that a name can be corrected or erased: `toPersonId` is
 * told as `toPerson`, and the person whom a line is about as `person`.
 */
function withNames(event: LedgerEvent, names: Map<string, string>): LedgerEvent['payload'] {
  const told = idKeys(event.payload).map(([key, id]) => [key.slice(0, -2), names.get(id as string)]);
  const person = event.subjectKind === 'person' ? { person: names.get(event.subjectId) } : {};
  return { ...event.payload, ...person, ...Object.fromEntries(told) };
}
