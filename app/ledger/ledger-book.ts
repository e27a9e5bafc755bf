import type { Tx } from '#app/platform/database.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import type { Language } from '#app/platform/words.ts';

/** What an event's payload says; keys that an old event lacks are undefined. */
// biome-ignore lint/suspicious/noExplicitAny: payloads are written by many hands over years.
export type Payload = Record<string, any>;

/** What somebody did, to stand behind their name: "tiếp nhận nhiệm vụ cho Sở Ngoại vụ". */
export type Wording = Record<Language, (payload: Payload) => string>;

/**
 * A concept's pages in the ledger. It stands beside the concept's events; `main.ts` hands all of them to
 * `ledgerRoutes`, so that the ledger knows no concept.
 */
export type LedgerBook = {
  /** `subjectKind` of its events, e.g. 'duty'. */
  subjectKind: string;
  /** Name of the kind for the filter: 'Nhiệm vụ'. */
  name: Record<Language, string>;
  /** By `kind` of event. */
  wordings: Record<string, Wording>;
  /** May this person read what happened to this subject? */
  mayRead: (tx: Tx, viewer: Viewer, subjectId: string) => Promise<boolean>;
  /** Address of the subject's own page. */
  pageOf?: (subjectId: string) => string;
};

/** One sentence in each language: who did what. An event without wording is told by its kind. */
export function describe(
  books: readonly LedgerBook[],
  event: { subjectKind: string; kind: string; payload: Payload },
  actor: string | null,
): Record<Language, string> {
  const wording = books.find((book) => book.subjectKind === event.subjectKind)?.wordings[event.kind];
  const inStead = event.payload.inSteadOfPerson;
  return {
    vi: `${actor ?? 'Chương trình'}${inStead ? ` (thay ${inStead})` : ''} ${wording?.vi(event.payload) ?? `ghi sự kiện ${event.kind}`}`,
    en: `${actor ?? 'The program'}${inStead ? ` (for ${inStead})` : ''} ${wording?.en(event.payload) ?? `recorded ${event.kind}`}`,
  };
}
