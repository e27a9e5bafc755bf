import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';

/** Published documents with one of these symbols, other than `documentId`; `key` is the symbol without spaces, in small letters. */
export async function listPublishedNamed(tx: Tx, documentId: string, symbols: readonly string[]) {
  const keys = symbols.map((symbol) => symbol.toLowerCase().replace(/\s+/g, ''));
  const { rows } = await sql<{ id: string; symbol: string | null; title: string | null; key: string }>`
    select id, symbol, title, lower(regexp_replace(symbol, '\\s+', '', 'g')) as key from document
    where state = 'published' and id <> ${documentId}
      and lower(regexp_replace(symbol, '\\s+', '', 'g')) = any(${keys})
    order by issued_on desc nulls last, id`.execute(tx);
  return rows;
}
