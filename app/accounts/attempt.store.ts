import type { Filled, Tx } from '#app/platform/database.ts';

export type Step = 'password' | 'code' | 'link' | 'sso';

declare module '#app/platform/database.ts' {
  interface Tables {
    sign_in_attempt: {
      tenant_id: Filled<string>;
      id: Filled<number>;
      email: string;
      address: string;
      at: Date;
      succeeded: boolean;
      step: Filled<Step>;
      device: Filled<string>;
    };
  }
}

export type Attempt = {
  email: string;
  address: string;
  at: Date;
  succeeded: boolean;
  step: Step;
  device: string;
};

export async function insertAttempt(tx: Tx, attempt: Attempt): Promise<number> {
  const row = await tx
    .insertInto('sign_in_attempt')
    .values({ ...attempt, email: attempt.email.toLowerCase() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function markSucceeded(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('sign_in_attempt').set({ succeeded: true }).where('id', '=', id).execute();
}

export async function deleteAttempt(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('sign_in_attempt').where('id', '=', id).execute();
}

/** Failures since `since`, counted for the account and for the address it was tried from. */
export const countFailures = (
  tx: Tx,
  email: string,
  address: string,
  since: Date,
): Promise<{ account: number; address: number }> =>
  tx
    .selectFrom('sign_in_attempt')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('email', '=', email.toLowerCase()).as('account'),
      fn.countAll<number>().filterWhere('address', '=', address).as('address'),
    ])
    .where('at', '>', since)
    .where('succeeded', '=', false)
    .where((eb) => eb.or([eb('email', '=', email.toLowerCase()), eb('address', '=', address)]))
    .executeTakeFirstOrThrow();

/** The latest attempts on an account, good and bad, for its owner. */
export const listAttempts = (
  tx: Tx,
  email: string,
  many: number,
): Promise<(Pick<Attempt, 'address' | 'at' | 'succeeded' | 'step' | 'device'> & { id: number })[]> =>
  tx
    .selectFrom('sign_in_attempt')
    .select(['id', 'address', 'at', 'succeeded', 'step', 'device'])
    .where('email', '=', email.toLowerCase())
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(many)
    .execute();
