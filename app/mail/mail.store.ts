import type { Filled, Tx } from '#app/platform/database.ts';

export type MailState = 'waiting' | 'sent' | 'failed' | 'handed';

declare module '#app/platform/database.ts' {
  interface Tables {
    mail: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      person_id: string | null;
      recipient: string;
      subject: string;
      body: string;
      secret: Buffer | null;
      state: Filled<MailState>;
      attempts: Filled<number>;
      next_attempt_at: Date;
      last_error: string | null;
      created_at: Date;
      done_at: Date | null;
    };
  }
}

export type StoredMail = {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  secret: Buffer | null;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  doneAt: Date | null;
};

const columns = [
  'id',
  'recipient',
  'subject',
  'body',
  'secret',
  'state',
  'attempts',
  'last_error as lastError',
  'created_at as createdAt',
  'done_at as doneAt',
] as const;

export async function insertMail(
  tx: Tx,
  mail: {
    id: string;
    personId: string | null;
    recipient: string;
    subject: string;
    body: string;
    secret: Buffer | null;
    now: Date;
  },
): Promise<void> {
  const { personId, now, ...rest } = mail;
  await tx
    .insertInto('mail')
    .values({
      ...rest,
      person_id: personId,
      created_at: now,
      next_attempt_at: now,
      last_error: null,
      done_at: null,
    })
    .execute();
}

/** Newest first; 200 are more than a screen shows. */
export const listMail = (tx: Tx, state: MailState | undefined): Promise<StoredMail[]> =>
  tx
    .selectFrom('mail')
    .select(columns)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();

export const countMail = (tx: Tx): Promise<{ state: MailState; many: number }[]> =>
  tx
    .selectFrom('mail')
    .select(({ fn }) => ['state', fn.countAll<number>().as('many')])
    .groupBy('state')
    .execute();

export const findMail = (tx: Tx, id: string): Promise<StoredMail | undefined> =>
  tx.selectFrom('mail').select(columns).where('id', '=', id).executeTakeFirst();

/**
 * Takes letters whose time has come. They come back to this queue at `again` unless their end is written first:
 * a program that dies while sending sends once more rather than never, and two programs do not send the same.
 */
export const claimMail = (tx: Tx, now: Date, again: Date, many: number): Promise<StoredMail[]> =>
  tx
    .updateTable('mail')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: again }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('mail')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_attempt_at', '<=', now)
        .orderBy('next_attempt_at')
        .limit(many)
        .forUpdate()
        .skipLocked(),
    )
    .returning(columns)
    .execute();

/** The end of a letter. Gone, its secret is destroyed; failed, it may still be handed over. */
export async function endMail(
  tx: Tx,
  id: string,
  end: { state: 'sent' | 'failed' | 'handed'; error: string | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('mail')
    .set({
      state: end.state,
      last_error: end.error,
      done_at: end.now,
      ...(end.state === 'failed' ? {} : { secret: null }),
    })
    .where('id', '=', id)
    .execute();
}

export async function postponeMail(tx: Tx, id: string, at: Date, error: string | null): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ state: 'waiting', next_attempt_at: at, last_error: error, done_at: null })
    .where('id', '=', id)
    .execute();
}

/** Links live three days: a letter that still waits after a week carries a dead one. */
export async function forgetOldSecrets(tx: Tx, before: Date): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ secret: null })
    .where('secret', 'is not', null)
    .where('created_at', '<', before)
    .execute();
}
