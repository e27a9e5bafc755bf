import { insertFile } from '#app/files/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { readDocument } from '#libraries/document/index.ts';
import { attachFile, findByContent, findByIdentity, insertDocument } from '../document.store.ts';
import { type DocumentHeader, type ReviewedReading, reviewOf, tidySymbol } from '../document.ts';

export type ReadText = { text: string; reading: ReviewedReading; header: DocumentHeader };
export type KeptFile = { sha256: string; size: number; name: string; mediaType: string };
export type Imported = { id: string; known: boolean };

/** What is read from a text, nothing confirmed yet, and the fields by which it is known. */
export function understand(text: string): ReadText {
  const reading = reviewOf(readDocument(text));
  const { symbol, kind, title, issuer, place, date } = reading.document;
  return {
    text,
    reading,
    header: { symbol: tidySymbol(symbol), kind, title, issuer, place, issuedOn: date },
  };
}

/** The document that is here already: of the same symbol, issuer and date, else of the same bytes. */
export async function findKnown(
  tx: Tx,
  header: DocumentHeader,
  sha256: string | null,
): Promise<string | undefined> {
  return (await findByIdentity(tx, header)) ?? (sha256 ? await findByContent(tx, sha256) : undefined);
}

/** Makes the document with its file and its line in the ledger, unless it is here already. `file` is stored before. */
export async function keepDocument(
  tx: Tx,
  { text, reading, header }: ReadText,
  { file, by, at }: { file: KeptFile | null; by: string; at: Date },
): Promise<Imported> {
  const known = await findKnown(tx, header, file?.sha256 ?? null);
  if (known) return { id: known, known: true };
  const id = await insertDocument(tx, { ...header, text, reading, createdBy: by, createdAt: at });
  if (!id) return { id: (await findByIdentity(tx, header))!, known: true };
  if (file) await attachFile(tx, id, await insertFile(tx, { ...file, uploadedBy: by, uploadedAt: at }));
  await appendEvent(tx, at, {
    subjectKind: 'document',
    subjectId: id,
    kind: 'document.imported',
    actorId: by,
    payload: { symbol: header.symbol, issuedOn: header.issuedOn, duties: reading.duties.length },
  });
  return { id, known: false };
}
