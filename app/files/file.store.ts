import type { Filled, Tx } from '#app/platform/database.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    file: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      sha256: string;
      name: string;
      media_type: string;
      size: number;
      uploaded_by: string | null;
      uploaded_at: Date;
    };
  }
}

/** What is known of a file beside its bytes, which `house.files` keeps under the sha256. `size` in bytes. */
export type FileRecord = {
  id: string;
  sha256: string;
  /** As its owner named it. */
  name: string;
  mediaType: string;
  size: number;
  uploadedBy: string | null;
  uploadedAt: Date;
};

/** Notes a file whose bytes are stored already. Returns its id. */
export async function insertFile(tx: Tx, file: Omit<FileRecord, 'id'>): Promise<string> {
  const { id } = await tx
    .insertInto('file')
    .values({
      sha256: file.sha256,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      uploaded_by: file.uploadedBy,
      uploaded_at: file.uploadedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Every file that the province's database names. */
export const listNamedFiles = (tx: Tx): Promise<Pick<FileRecord, 'id' | 'sha256' | 'name'>[]> =>
  tx.selectFrom('file').select(['id', 'sha256', 'name']).orderBy('uploaded_at').execute();

export const findFile = (tx: Tx, id: string): Promise<FileRecord | undefined> =>
  tx
    .selectFrom('file')
    .select([
      'id',
      'sha256',
      'name',
      'media_type as mediaType',
      'size',
      'uploaded_by as uploadedBy',
      'uploaded_at as uploadedAt',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
