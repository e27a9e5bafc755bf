import type { Tx } from '#app/platform/database.ts';
import type { LedgerEvent } from './event.ts';
import { namesOfPeople } from './ledger.store.ts';
import { describe, type LedgerBook } from './ledger-book.ts';

/** Lines of the ledger in words, each with the page of its subject. */
export async function tell(tx: Tx, books: readonly LedgerBook[], events: readonly LedgerEvent[]) {
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
