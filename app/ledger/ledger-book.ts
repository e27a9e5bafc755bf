import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import type { Language } from '#app/platform/words.ts';
import type { LedgerEvent } from './event.ts';
import type { Changes } from './versions.ts';

/** What an event's payload says; keys that an old event lacks are undefined. */
// biome-ignore lint/suspicious/noExplicitAny: payloads are written by many hands over years.
export type Payload = Record<string, any>;

/** What somebody did, to stand behind their name: "tiếp nhận nhiệm vụ cho Sở Ngoại vụ". */
export type Wording = Record<Language, (payload: Payload) => string>;

/** The same in each language. */
export type Said = Record<Language, string>;

/** Rows of a concept that say otherwise than its events. */
export type RowDifference = { subjectId: string; said: Said };

/**
 * What the events of a subject say its rows must be: folded line by line, compared in batches, so that checking
 * needs little memory. Only what events fully tell is compared.
 */
export type Replay<State> = {
  start: () => State;
  step: (state: State, line: LedgerEvent) => State;
  compare: (tx: Tx, states: ReadonlyMap<string, State>) => Promise<RowDifference[]>;
};

/** Something set aside that can be taken back. */
export type RemovedThing = {
  /** Within its subject, e.g. the id of a sentence. */
  thing: string;
  subjectId: string;
  /** What kind of thing, e.g. 'Câu trong báo cáo tổng hợp'. */
  kind: Said;
  /** Its words, so that it is known again. */
  text: string;
  /** Where it was, e.g. 'Nhiệm vụ III.2, 217/KH-UBND'. */
  from: string;
  at: Date | null;
  by: string | null;
  reason: string | null;
};

export type LedgerAct = { tx: Tx; house: House; viewer: Viewer; subjectId: string };

/** What an undo wrote: it is told in a new line. */
export type Undone = { changed: Changes; payload?: Payload };

/**
 * A concept's pages in the ledger. It stands beside the concept's events; `main.ts` hands all of them to
 * `ledgerRoutes`, so that the ledger knows no concept.
 */
export type LedgerBook = {
  /** `subjectKind` of its events, e.g. 'duty'. */
  subjectKind: string;
  /** Name of the kind for the filter: 'Nhiệm vụ'. */
  name: Said;
  /** By `kind` of event. */
  wordings: Record<string, Wording>;
  /** May this person read what happened to this subject? */
  mayRead: (tx: Tx, viewer: Viewer, subjectId: string) => Promise<boolean>;
  /** Address of the subject's own page. */
  pageOf?: (subjectId: string) => string;
  /** What the subject is called, e.g. '217/KH-UBND'. */
  titleOf?: (tx: Tx, subjectId: string) => Promise<string | null>;
  /** Subjects of this kind that belong to an agency, for the filter. */
  ofAgency?: (tx: Tx, agencyId: string) => Promise<string[]>;
  /** What each line of a chain changed, one entry a line; by default what its payload says under `changed`. */
  changes?: (chain: readonly LedgerEvent[], tx: Tx) => Changes[] | Promise<Changes[]>;
  /** Name of a changed field for readers; a name with a colon ('d3:holders') is about a part of the subject. */
  fieldName?: (field: string, chain: readonly LedgerEvent[]) => Said;
  /** Value of a changed field for readers; null: as it is. */
  showValue?: (field: string, value: unknown) => Said | null;
  /** By `kind` of event: writes the old values back. @throws Problem when the viewer may not, or it cannot be done */
  undo?: Record<string, (act: LedgerAct, line: LedgerEvent, changes: Changes) => Promise<Undone>>;
  /** Which lines this viewer may take back: decides where the button is shown; `undo` itself asks again. */
  mayUndo?: (tx: Tx, viewer: Viewer, subjectId: string) => Promise<(line: LedgerEvent) => boolean>;
  /** What was set aside and may be taken back by this viewer. */
  removed?: {
    list: (tx: Tx, viewer: Viewer) => Promise<RemovedThing[]>;
    /** Takes it back and appends the concept's own event. @throws Problem */
    restore: (act: LedgerAct, thing: string) => Promise<void>;
  };
  // biome-ignore lint/suspicious/noExplicitAny: each concept folds into a state of its own.
  replay?: Replay<any>;
};

/** One sentence in each language: who did what. An event without wording is told by its kind. */
export function describe(
  books: readonly LedgerBook[],
  event: { subjectKind: string; kind: string; payload: Payload },
  actor: string | null,
): Said {
  const done = whatWasDone(books, event);
  const inStead = event.payload.inSteadOfPerson;
  return {
    vi: `${actor ?? 'Chương trình'}${inStead ? ` (thay ${inStead})` : ''} ${done.vi}`,
    en: `${actor ?? 'The program'}${inStead ? ` (for ${inStead})` : ''} ${done.en}`,
  };
}

function whatWasDone(
  books: readonly LedgerBook[],
  { subjectKind, kind, payload }: { subjectKind: string; kind: string; payload: Payload },
): Said {
  const wording = books.find((book) => book.subjectKind === subjectKind)?.wordings[kind];
  if (wording) return { vi: wording.vi(payload), en: wording.en(payload) };
  if (typeof payload.undoes === 'number' && payload.undid) {
    const undone = whatWasDone(books, { subjectKind, ...payload.undid });
    return {
      vi: `hoàn tác dòng ${payload.undoes} (${undone.vi})`,
      en: `undid line ${payload.undoes} (${undone.en})`,
    };
  }
  return { vi: `ghi sự kiện ${kind}`, en: `recorded ${kind}` };
}
