import type { Filled, Tx } from '#app/platform/database.ts';
import type { Publisher } from './aid.contract.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    aid_publisher: Publisher & { tenant_id: Filled<string>; set_by: string; set_at: Date };
  }
}

/** Who publishes aid of the province by IATI; null where nobody was named yet. */
export async function findPublisher(tx: Tx): Promise<Publisher | null> {
  const found = await tx.selectFrom('aid_publisher').select(['ref', 'name', 'kind']).executeTakeFirst();
  return found ?? null;
}

export async function putPublisher(tx: Tx, publisher: Publisher, by: string, at: Date): Promise<void> {
  const written = { ...publisher, set_by: by, set_at: at };
  await tx
    .insertInto('aid_publisher')
    .values(written)
    .onConflict((on) => on.column('tenant_id').doUpdateSet(written))
    .execute();
}
