import type { Filled, Tx } from '#app/platform/database.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    person_totp: {
      tenant_id: Filled<string>;
      person_id: string;
      secret: Buffer;
      last_step: Filled<number>;
      created_at: Date;
      confirmed_at: Filled<Date | null>;
    };
    recovery_code: {
      tenant_id: Filled<string>;
      person_id: string;
      code_hash: Buffer;
      used_at: Filled<Date | null>;
    };
  }
}

export type Totp = { secret: Buffer; lastStep: number; confirmedAt: Date | null };

export const findTotp = (tx: Tx, personId: string): Promise<Totp | undefined> =>
  tx
    .selectFrom('person_totp')
    .select(['secret', 'last_step as lastStep', 'confirmed_at as confirmedAt'])
    .where('person_id', '=', personId)
    .executeTakeFirst();

export async function hasTwoSteps(tx: Tx, personId: string): Promise<boolean> {
  return (await findTotp(tx, personId))?.confirmedAt != null;
}

/** Begins anew; a seed in use is never replaced by this. */
export async function putTotp(tx: Tx, personId: string, secret: Buffer, now: Date): Promise<void> {
  await tx
    .insertInto('person_totp')
    .values({ person_id: personId, secret, created_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'person_id'])
        .doUpdateSet({ secret, created_at: now, last_step: 0 })
        .where('person_totp.confirmed_at', 'is', null),
    )
    .execute();
}

/** Uses a time step up. False when it, or a later one, was used before: also for the second of two at once. */
export async function spendTimeStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const used = await tx
    .updateTable('person_totp')
    .set({ last_step: step })
    .where('person_id', '=', personId)
    .where('last_step', '<', step)
    .returning('person_id')
    .executeTakeFirst();
  return used !== undefined;
}

export async function confirmTotp(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.updateTable('person_totp').set({ confirmed_at: now }).where('person_id', '=', personId).execute();
}

/** Returns whether there was anything to take away. */
export async function deleteTotp(tx: Tx, personId: string): Promise<boolean> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  const gone = await tx
    .deleteFrom('person_totp')
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst();
  return gone !== undefined;
}

export async function replaceRecoveryCodes(tx: Tx, personId: string, hashes: Buffer[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await tx
    .insertInto('recovery_code')
    .values(hashes.map((code_hash) => ({ person_id: personId, code_hash })))
    .execute();
}

export async function spendRecoveryCode(tx: Tx, personId: string, hash: Buffer, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  return used !== undefined;
}

export async function countRecoveryCodes(tx: Tx, personId: string): Promise<number> {
  const row = await tx
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.many;
}
