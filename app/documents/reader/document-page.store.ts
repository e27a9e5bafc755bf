import type { Filled, Json, Tx } from '#app/platform/database.ts';
import type { DocumentPage, PageWord } from './document-page.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    document_page: {
      tenant_id: Filled<string>;
      document_id: string;
      number: number;
      begin_at: number;
      end_at: number;
      scanned: boolean;
      file_id: string | null;
      words: Json<PageWord[]>;
    };
  }
}

export async function insertPages(tx: Tx, documentId: string, pages: DocumentPage[]): Promise<void> {
  for (const page of pages) {
    await tx
      .insertInto('document_page')
      .values({
        document_id: documentId,
        number: page.number,
        begin_at: page.span[0],
        end_at: page.span[1],
        scanned: page.scanned,
        file_id: page.fileId,
        words: JSON.stringify(page.words),
      })
      .execute();
  }
}

/** Pages of a document in their order; none for a form without pages. */
export async function listPages(tx: Tx, documentId: string): Promise<DocumentPage[]> {
  const rows = await tx
    .selectFrom('document_page')
    .select(['number', 'begin_at', 'end_at', 'scanned', 'file_id', 'words'])
    .where('document_id', '=', documentId)
    .orderBy('number')
    .execute();
  return rows.map(({ begin_at, end_at, file_id, ...page }) => ({
    ...page,
    span: [begin_at, end_at],
    fileId: file_id,
  }));
}

export async function findPictureId(tx: Tx, documentId: string, number: number): Promise<string | null> {
  const row = await tx
    .selectFrom('document_page')
    .select('file_id')
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.file_id ?? null;
}
