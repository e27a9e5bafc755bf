import type { Filled, Tx } from '#app/platform/database.ts';

export type LinkPurpose = 'operator' | 'invitation' | 'recovery';

declare module '#app/platform/database.ts' {
  interface Tables {
    entry_link: {
      tenant_id: Filled<string>;
      token_hash: Buffer;
      person_id: string;
      expires_at: Date;
      used_at: Filled<Date | null>;
      purpose: LinkPurpose;
      created_by: string | null;
      created_at: Date;
    };
  }
}

export async function insertEntryLink(
  tx: Tx,
  link: {
    tokenHash: Buffer;
    personId: string;
    expiresAt: Date;
    purpose: LinkPurpose;
    by: string | null;
    now: Date;
  },
): Promise<void> {
  await tx
    .insertInto('entry_link')
    .values({
      token_hash: link.tokenHash,
      person_id: link.personId,
      expires_at: link.expiresAt,
      purpose: link.purpose,
      created_by: link.by,
      created_at: link.now,
    })
    .execute();
}

/** Uses a link up; the person it was for, or undefined when it is unknown, used or too old. One winner when pressed twice. */
export async function spendEntryLink(tx: Tx, tokenHash: Buffer, now: Date): Promise<string | undefined> {
  const row = await tx
    .updateTable('entry_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id;
}

/** A new invitation makes those before it worthless: the slip that was lost opens nothing. */
export async function deleteOpenLinks(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('entry_link').where('person_id', '=', personId).where('used_at', 'is', null).execute();
}

export async function deleteOldLinks(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('entry_link').where('expires_at', '<', before).execute();
}
