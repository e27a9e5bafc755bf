import { sql } from 'kysely';
import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import {
  countDuties,
  type DocumentHeader,
  type DocumentRecord,
  type DocumentState,
  type ReviewedDuty,
  type ReviewedReading,
} from './document.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    document: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      symbol: string | null;
      kind: string | null;
      title: string | null;
      issuer: string | null;
      place: string | null;
      issued_on: string | null;
      text: string;
      reading: Json<ReviewedReading>;
      state: Filled<DocumentState>;
      file_id: string | null;
      created_by: string;
      created_at: Date;
      published_at: Date | null;
      revision: Filled<number>;
      duty_count: number;
      confirmed_count: number;
    };
  }
}

const headerColumns = ['id', 'symbol', 'kind', 'title', 'issuer', 'place', 'issued_on as issuedOn'] as const;
const recordColumns = [
  ...headerColumns,
  'text',
  'reading',
  'state',
  'file_id as fileId',
  'created_by as createdBy',
  'created_at as createdAt',
  'published_at as publishedAt',
  'revision',
] as const;

export const findDocument = (tx: Tx, id: string): Promise<DocumentRecord | undefined> =>
  tx.selectFrom('document').select(recordColumns).where('id', '=', id).executeTakeFirst();

/**
 * A document with its text and reviewed reading.
 * `forUpdate` holds it until the transaction ends, so that nobody corrects it meanwhile.
 * @throws Problem 404
 */
export async function getDocument(
  tx: Tx,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<DocumentRecord> {
  const query = tx.selectFrom('document').select(recordColumns).where('id', '=', id);
  const found = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  if (!found) throw notFound('văn bản này');
  return found;
}

/**
 * Closes the reading: from `at` on it can no longer be corrected. The publisher appends `document.published`.
 * @throws Problem 409 when it was published before, 404 when there is no such document
 */
export async function markPublished(tx: Tx, id: string, at: Date): Promise<void> {
  const row = await tx
    .updateTable('document')
    .set({ state: 'published', published_at: at })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (row) return;
  await getDocument(tx, id);
  throw conflict('Văn bản này đã được công bố trước đó: hãy tải lại trang để xem các nhiệm vụ đã giao.');
}

/** The document known by the same symbol, issuer and date; none while one of the three is missing. */
export async function findByIdentity(
  tx: Tx,
  { symbol, issuer, issuedOn }: Pick<DocumentHeader, 'symbol' | 'issuer' | 'issuedOn'>,
): Promise<string | undefined> {
  if (!symbol || !issuer || !issuedOn) return undefined;
  const row = await tx
    .selectFrom('document')
    .select('id')
    .where(sql<boolean>`fold(symbol) = fold(${symbol})`)
    .where(sql<boolean>`fold(issuer) = fold(${issuer})`)
    .where('issued_on', '=', issuedOn)
    .executeTakeFirst();
  return row?.id;
}

/** The document made from the very same bytes, for documents without symbol or date. */
export async function findByContent(tx: Tx, sha256: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('document')
    .innerJoin('file', (join) =>
      join.onRef('file.tenant_id', '=', 'document.tenant_id').onRef('file.id', '=', 'document.file_id'),
    )
    .select('document.id')
    .where('file.sha256', '=', sha256)
    .executeTakeFirst();
  return row?.id;
}

/** The document that a file is the original of, or a picture of a page. */
export const findDocumentOfFile = (
  tx: Tx,
  fileId: string,
): Promise<Pick<DocumentRecord, 'id' | 'symbol' | 'title' | 'state'> | undefined> =>
  tx
    .selectFrom('document')
    .select(['id', 'symbol', 'title', 'state'])
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('document.file_id', '=', fileId),
        exists(
          selectFrom('document_page as page')
            .select('page.number')
            .whereRef('page.tenant_id', '=', 'document.tenant_id')
            .whereRef('page.document_id', '=', 'document.id')
            .where('page.file_id', '=', fileId),
        ),
      ]),
    )
    .executeTakeFirst();

export type NewDocument = DocumentHeader & {
  text: string;
  reading: ReviewedReading;
  createdBy: string;
  createdAt: Date;
};

/** Returns its id; undefined when another import of the same document was quicker. */
export async function insertDocument(tx: Tx, made: NewDocument): Promise<string | undefined> {
  const count = countDuties(made.reading.duties);
  const row = await tx
    .insertInto('document')
    .values({
      symbol: made.symbol,
      kind: made.kind,
      title: made.title,
      issuer: made.issuer,
      place: made.place,
      issued_on: made.issuedOn,
      text: made.text,
      reading: JSON.stringify(made.reading),
      file_id: null,
      created_by: made.createdBy,
      created_at: made.createdAt,
      published_at: null,
      duty_count: count.duties,
      confirmed_count: count.confirmed,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Ties the file that a document was read from to it. */
export async function attachFile(tx: Tx, id: string, fileId: string): Promise<void> {
  await tx.updateTable('document').set({ file_id: fileId }).where('id', '=', id).execute();
}

/** Writes the duties of a reading back and counts one revision. The rest of the reading is not sent again. */
export async function updateDuties(tx: Tx, id: string, duties: ReviewedDuty[]): Promise<number> {
  const count = countDuties(duties);
  const { revision } = await tx
    .updateTable('document')
    .set({
      reading: sql`jsonb_set(reading, '{duties}', ${JSON.stringify(duties)}::jsonb)` as never,
      revision: sql`revision + 1` as never,
      duty_count: count.duties,
      confirmed_count: count.confirmed,
    })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** Writes the header fields and counts one revision. */
export async function updateHeader(tx: Tx, id: string, header: DocumentHeader): Promise<number> {
  const { revision } = await tx
    .updateTable('document')
    .set({
      symbol: header.symbol,
      kind: header.kind,
      title: header.title,
      issuer: header.issuer,
      place: header.place,
      issued_on: header.issuedOn,
      revision: sql`revision + 1` as never,
    })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

export type DocumentFilter = { text?: string | undefined; state?: DocumentState | undefined };
export type DocumentRow = DocumentHeader & {
  id: string;
  state: DocumentState;
  createdAt: Date;
  publishedAt: Date | null;
  dutyCount: number;
  confirmedCount: number;
};

/** One page of documents, newest first; `page` counts from 1. `total` is of all pages. */
export async function listDocuments(
  tx: Tx,
  filter: DocumentFilter,
  { page, size }: { page: number; size: number },
): Promise<{ total: number; rows: DocumentRow[] }> {
  let query = tx.selectFrom('document');
  if (filter.state) query = query.where('state', '=', filter.state);
  for (const word of filter.text?.trim().split(/\s+/).filter(Boolean) ?? []) {
    // The expression is that of the index in 0003.
    query = query.where(
      sql<boolean>`fold(coalesce(symbol, '') || ' ' || coalesce(title, '') || ' ' || coalesce(issuer, '')) like '%' || fold(${escapeLike(word)}) || '%'`,
    );
  }
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .select([
      ...headerColumns,
      'state',
      'created_at as createdAt',
      'published_at as publishedAt',
      'duty_count as dutyCount',
      'confirmed_count as confirmedCount',
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { total, rows };
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
