import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { Citation } from '#libraries/document/index.ts';
// The table is declared by the store that owns it.
import type {} from '../document.store.ts';

export type CitingDocument = {
  id: string;
  symbol: string | null;
  kind: string | null;
  title: string | null;
  issuedOn: string | null;
  citations: Citation[];
};

/** Every document with what it cites, newest first; only published ones with `onlyPublished`. */
export async function listCitingDocuments(
  tx: Tx,
  { onlyPublished }: { onlyPublished: boolean },
): Promise<CitingDocument[]> {
  let query = tx
    .selectFrom('document')
    .select(['id', 'symbol', 'kind', 'title', 'issued_on as issuedOn'])
    .select(sql<Citation[]>`reading -> 'citations'`.as('citations'));
  if (onlyPublished) query = query.where('state', '=', 'published');
  return query.orderBy('created_at', 'desc').orderBy('id').execute();
}
