import type { Tx } from '#app/platform/database.ts';

export async function insertSession(
  tx: Tx,
  session: { tokenHash: Buffer; personId: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      created_at: session.now,
      seen_at: session.now,
    })
    .execute();
}

export const findSession = (
  tx: Tx,
  tokenHash: Buffer,
): Promise<{ personId: string; createdAt: Date; seenAt: Date } | undefined> =>
  tx
    .selectFrom('session')
    .select(['person_id as personId', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.updateTable('session').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** A new password ends what was open under the old one, the session that set it apart. */
export async function deleteOtherSessions(tx: Tx, personId: string, keep: Buffer | null): Promise<void> {
  let query = tx.deleteFrom('session').where('person_id', '=', personId);
  if (keep) query = query.where('token_hash', '!=', keep);
  await query.execute();
}

export async function insertEntryLink(
  tx: Tx,
  link: { tokenHash: Buffer; personId: string; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('entry_link')
    .values({
      token_hash: link.tokenHash,
      person_id: link.personId,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Uses a link up; the person it was for, or undefined when it is unknown, used or too old. One winner when pressed twice. */
export async function useEntryLink(tx: Tx, tokenHash: Buffer, now: Date): Promise<string | undefined> {
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

export async function insertAttempt(
  tx: Tx,
  attempt: { email: string; address: string; at: Date; succeeded: boolean },
): Promise<void> {
  await tx
    .insertInto('sign_in_attempt')
    .values({ ...attempt, email: attempt.email.toLowerCase() })
    .execute();
}

/** Failures since `since`, counted for the account and for the address it was tried from. */
export async function countFailures(
  tx: Tx,
  email: string,
  address: string,
  since: Date,
): Promise<{ account: number; address: number }> {
  const row = await tx
    .selectFrom('sign_in_attempt')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('email', '=', email.toLowerCase()).as('account'),
      fn.countAll<number>().filterWhere('address', '=', address).as('address'),
    ])
    .where('at', '>', since)
    .where('succeeded', '=', false)
    .where((eb) => eb.or([eb('email', '=', email.toLowerCase()), eb('address', '=', address)]))
    .executeTakeFirstOrThrow();
  return row;
}
