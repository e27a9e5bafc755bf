import { sql } from 'kysely';
import type { RowDifference } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';

/** What the events of a document say of its row: published or not, and the header fields last corrected. */
export type DocumentTold = { published: boolean; header: Record<string, unknown> };

const columns: Record<string, string> = {
  symbol: 'symbol',
  kind: 'kind',
  title: 'title',
  issuer: 'issuer',
  place: 'place',
  issuedOn: 'issued_on',
};

/** Documents that say otherwise than their events. */
export async function compareDocuments(
  tx: Tx,
  told: ReadonlyMap<string, DocumentTold>,
): Promise<RowDifference[]> {
  const rows = await tx
    .selectFrom('document')
    .select(['id', 'state', 'symbol', 'kind', 'title', 'issuer', 'place', 'issued_on'])
    .where('id', 'in', [...told.keys()])
    .execute();
  return rows.flatMap((row): RowDifference[] => {
    const { published, header } = told.get(row.id)!;
    if ((row.state === 'published') !== published)
      return [
        {
          subjectId: row.id,
          said: published
            ? {
                vi: 'ghi là chưa công bố mà nhật ký nói đã công bố',
                en: 'is a draft while the ledger says it was published',
              }
            : {
                vi: 'ghi là đã công bố mà nhật ký không có việc đó',
                en: 'is published while the ledger does not tell of it',
              },
        },
      ];
    const wrong = Object.entries(header).find(
      ([name, value]) => (row[columns[name] as keyof typeof row] ?? null) !== (value ?? null),
    );
    return wrong
      ? [
          {
            subjectId: row.id,
            said: {
              vi: `thông tin chung khác với nhật ký (${wrong[0]})`,
              en: `its header differs from the ledger (${wrong[0]})`,
            },
          },
        ]
      : [];
  });
}

export type LeftOut = {
  documentId: string;
  symbol: string | null;
  dutyId: string;
  path: string | null;
  text: string;
};

/** Duties that people left out of documents which are not published yet. */
export async function listLeftOut(tx: Tx): Promise<LeftOut[]> {
  const { rows } = await sql<LeftOut>`
    select document.id as "documentId", coalesce(document.symbol, document.title) as symbol,
      duty->>'id' as "dutyId", duty->>'path' as path, duty->>'text' as text
    from document, jsonb_path_query(reading, '$.duties[*] ? (@.removed == true)') as duty
    where state = 'draft' order by document.created_at desc`.execute(tx);
  return rows;
}

export async function titleOfDocument(tx: Tx, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('document')
    .select(['symbol', 'title'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.symbol ?? row?.title ?? null;
}

export async function stateOfDocument(tx: Tx, id: string): Promise<'draft' | 'published' | undefined> {
  const row = await tx.selectFrom('document').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state;
}
