import { parseDeadline } from '#libraries/calendar/index.ts';
import type { Duty, Reading, Span } from '#libraries/document/index.ts';

/** draft: being read and corrected · published: its duties are given out, the reading is closed. */
export type DocumentState = 'draft' | 'published';

/** A duty as the program read it and people left it. */
export type ReviewedDuty = Omit<Duty, 'deadline'> & {
  /** `span` is null for words that a person typed and the text does not have. */
  deadline: { text: string; span: Span | null } | null;
  confirmed: boolean;
  /** Person who last changed a field of it; null: as the program read it. */
  correctedBy: string | null;
  /** The fields as the program read them, once a person changed one. */
  asRead: DutyFields | null;
  /** Left out by a person; can be restored. */
  removed: boolean;
  /** Made by a person from selected words of the text. */
  added: boolean;
};

/** What people may correct in a duty. */
export type DutyFields = Pick<
  ReviewedDuty,
  | 'path'
  | 'text'
  | 'span'
  | 'holders'
  | 'coordinators'
  | 'lead'
  | 'request'
  | 'deadline'
  | 'reportTo'
  | 'product'
>;

export type ReviewedReading = Omit<Reading, 'duties'> & { duties: ReviewedDuty[] };

/** Fields by which a document is listed and known. `issuedOn` is an ISO date. */
export type DocumentHeader = {
  symbol: string | null;
  kind: string | null;
  title: string | null;
  issuer: string | null;
  place: string | null;
  issuedOn: string | null;
};

export type DocumentRecord = DocumentHeader & {
  id: string;
  /** Every span of the reading points into it, in UTF-16 units. */
  text: string;
  reading: ReviewedReading;
  state: DocumentState;
  fileId: string | null;
  createdBy: string;
  createdAt: Date;
  publishedAt: Date | null;
  /** Counts corrections. */
  revision: number;
};

/** What publishing needs of one duty. */
export type ConfirmedDuty = {
  /** Id within the reading. */
  id: string;
  /** Order in the text, from 1. */
  position: number;
  /** e.g. 'III.2.c'; '' where the document has no numbering. */
  path: string;
  text: string;
  span: Span;
  /** Names as printed or as corrected; a group is one name ('Các Sở, ban, ngành'). */
  holders: string[];
  coordinators: string[];
  /** False when its holders only cooperate. */
  lead: boolean;
  request: boolean;
  /** `kind` of libraries/calendar; `due` is an ISO date, null where the words fix none. */
  deadline: { words: string; kind: string; due: string | null; assumption: string | null } | null;
  reportTo: string | null;
  product: string | null;
  /** Paths of the task groups it serves, e.g. ['II.1']. */
  taskGroups: string[];
  confirmed: boolean;
};

/** A fresh reading, nothing confirmed yet. Duties get short ids ('d1' …), as they stand in addresses. */
export function reviewOf(reading: Reading): ReviewedReading {
  const ids = new Map(reading.duties.map((duty, index) => [duty.id, `d${index + 1}`]));
  const untouched = { confirmed: false, correctedBy: null, asRead: null, removed: false, added: false };
  return {
    ...reading,
    duties: reading.duties.map((duty) => ({ ...duty, id: ids.get(duty.id)!, ...untouched })),
    taskGroups: reading.taskGroups.map((group) => ({
      ...group,
      dutyIds: group.dutyIds.flatMap((id) => ids.get(id) ?? []),
    })),
  };
}

export const countDuties = (duties: readonly ReviewedDuty[]): { duties: number; confirmed: number } => {
  const kept = duties.filter((duty) => !duty.removed);
  return { duties: kept.length, confirmed: kept.filter((duty) => duty.confirmed).length };
};

/** May the document be published: it has duties, and a person has confirmed each. */
export function isAllConfirmed(reading: Pick<ReviewedReading, 'duties'>): boolean {
  const count = countDuties(reading.duties);
  return count.duties > 0 && count.confirmed === count.duties;
}

/** Duties in the order of the text, those left out not among them. */
export function confirmedDuties(document: Pick<DocumentRecord, 'reading' | 'issuedOn'>): ConfirmedDuty[] {
  return inTextOrder(document.reading.duties)
    .filter((duty) => !duty.removed)
    .map((duty, index) => ({
      id: duty.id,
      position: index + 1,
      path: duty.path ?? '',
      text: duty.text,
      span: duty.span,
      holders: duty.holders,
      coordinators: duty.coordinators,
      lead: duty.lead,
      request: duty.request,
      deadline: readLimit(duty, document.issuedOn) ?? standingLimit(duty),
      reportTo: duty.reportTo,
      product: duty.product,
      taskGroups: duty.serves.map((served) => served.path),
      confirmed: duty.confirmed,
    }));
}

export const inTextOrder = <D extends Pick<ReviewedDuty, 'span'>>(duties: readonly D[]): D[] =>
  duties.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);

/** Work that goes on, by the words of the duty itself: “thường xuyên cập nhật”. Proposed beside the duty, confirmed with it. */
const standingLimit = ({ sixClear: { time } }: Pick<ReviewedDuty, 'sixClear'>): ConfirmedDuty['deadline'] =>
  time.state === 'proposed' && time.value
    ? { words: time.value, kind: parseDeadline(time.value).kind, due: null, assumption: null }
    : null;

/** What the calendar makes of the printed words, seen from the day of issue. */
export function readLimit(
  duty: Pick<ReviewedDuty, 'deadline'>,
  issuedOn: string | null,
): ConfirmedDuty['deadline'] {
  if (!duty.deadline) return null;
  const read = parseDeadline(duty.deadline.text, issuedOn ? { issued: issuedOn } : {});
  return {
    words: duty.deadline.text,
    kind: read.kind,
    due: read.due ?? null,
    assumption: read.assumption ?? null,
  };
}

/** '217 / KH - UBND' → '217/KH-UBND': the form in which a symbol is kept and compared. */
export const tidySymbol = (symbol: string | null): string | null =>
  symbol
    ?.normalize('NFC')
    .replace(/\s*([/-])\s*/g, '$1')
    .trim() || null;
