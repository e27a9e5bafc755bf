import type { Database } from '#app/platform/database.ts';

/** The province that was made first on this installation. */
export async function findHost(db: Database): Promise<string> {
  const { id } = await db
    .selectFrom('tenant')
    .select('id')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}
