import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import { type Comparison, type Move, movedSpan } from '#libraries/document/index.ts';
import { countDuties, type DocumentHeader, type ReviewedReading } from '../document.ts';
import { insertPages, listPages } from '../reader/document-page.store.ts';
import { type ComparisonState, type CopyComparison, type Decision, decided } from './comparison.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    copy_comparison: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      document_id: string;
      our_text: string;
      other_text: string;
      other_name: string | null;
      comparison: Json<Comparison>;
      decisions: Filled<Decision[] | string>;
      log: Filled<Decision[] | string>;
      state: Filled<ComparisonState>;
      made_by: string;
      made_at: Date;
      closed_by: string | null;
      closed_at: Date | null;
      revision: Filled<number>;
    };
  }
}

export type NewComparison = Pick<
  CopyComparison,
  'documentId' | 'ourText' | 'otherText' | 'otherName' | 'comparison' | 'madeBy' | 'madeAt'
>;

export async function insertComparison(tx: Tx, made: NewComparison): Promise<string> {
  const { id } = await tx
    .insertInto('copy_comparison')
    .values({
      document_id: made.documentId,
      our_text: made.ourText,
      other_text: made.otherText,
      other_name: made.otherName,
      comparison: JSON.stringify(made.comparison),
      made_by: made.madeBy,
      made_at: made.madeAt,
      closed_by: null,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** One comparison of this document. @throws Problem 404 */
export async function getComparison(
  tx: Tx,
  { id, comparisonId }: { id: string; comparisonId: string },
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<CopyComparison> {
  const query = tx
    .selectFrom('copy_comparison')
    .selectAll()
    .where('id', '=', comparisonId)
    .where('document_id', '=', id);
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw notFound('lần so sánh này');
  return {
    id: row.id,
    documentId: row.document_id,
    ourText: row.our_text,
    otherText: row.other_text,
    otherName: row.other_name,
    comparison: row.comparison,
    decisions: row.decisions as Decision[],
    log: row.log as Decision[],
    state: row.state,
    madeBy: row.made_by,
    madeAt: row.made_at,
    closedBy: row.closed_by,
    closedAt: row.closed_at,
    revision: row.revision,
  };
}

/** Comparisons of a document, newest first. */
export const listComparisons = (tx: Tx, documentId: string) =>
  tx
    .selectFrom('copy_comparison')
    .select(['id', 'other_name as otherName', 'state', 'made_at as madeAt'])
    .where('document_id', '=', documentId)
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute();

/** Adds decisions to the log and counts one revision. */
export async function addDecisions(tx: Tx, before: CopyComparison, made: readonly Decision[]): Promise<void> {
  await tx
    .updateTable('copy_comparison')
    .set({
      decisions: JSON.stringify(decided(before.decisions, made)),
      log: JSON.stringify([...before.log, ...made]),
      revision: before.revision + 1,
    })
    .where('id', '=', before.id)
    .execute();
}

export async function closeComparison(
  tx: Tx,
  id: string,
  closed: { state: 'applied' | 'proposed'; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('copy_comparison')
    .set({ state: closed.state, closed_by: closed.by, closed_at: closed.at })
    .where('id', '=', id)
    .execute();
}

/** Puts another text with its reading and header in the place of the document's own and counts one revision. */
export async function replaceText(
  tx: Tx,
  id: string,
  {
    text,
    reading,
    header,
    revision,
  }: { text: string; reading: ReviewedReading; header: DocumentHeader; revision: number },
): Promise<void> {
  const count = countDuties(reading.duties);
  await tx
    .updateTable('document')
    .set({
      text,
      reading: JSON.stringify(reading),
      symbol: header.symbol,
      kind: header.kind,
      title: header.title,
      issuer: header.issuer,
      place: header.place,
      issued_on: header.issuedOn,
      revision: revision + 1,
      duty_count: count.duties,
      confirmed_count: count.confirmed,
    })
    .where('id', '=', id)
    .execute();
}

/** Pages point into the text too: their spans follow it, and a recognised word that was replaced is no longer one. */
export async function movePages(tx: Tx, documentId: string, moves: readonly Move[]): Promise<void> {
  const pages = await listPages(tx, documentId);
  if (!pages.length || !moves.length) return;
  await tx.deleteFrom('document_page').where('document_id', '=', documentId).execute();
  const moved = pages.map((page) => ({
    ...page,
    span: movedSpan(page.span, moves).span,
    words: page.words.flatMap(([begin, end, ...place]) => {
      const { span, touched } = movedSpan([begin, end], moves);
      return touched ? [] : [[...span, ...place] as (typeof page.words)[number]];
    }),
  }));
  await insertPages(tx, documentId, moved);
}
