import type { DocumentMetadata } from '#libraries/document/index.ts';
import { type DocumentRecord, inTextOrder, type ReviewedDuty } from '../document.ts';

/** The header as people left it, with the places where it was read. */
export const reviewedHeader = (document: DocumentRecord): DocumentMetadata => ({
  ...document.reading.document,
  symbol: document.symbol,
  kind: document.kind,
  title: document.title,
  issuer: document.issuer,
  place: document.place,
  date: document.issuedOn,
});

/** The duties that people kept, in the order of the text. */
export const keptDuties = (document: DocumentRecord): ReviewedDuty[] =>
  inTextOrder(document.reading.duties).filter((duty) => !duty.removed);
