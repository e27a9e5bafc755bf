import { randomUUID } from 'node:crypto';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { insertMail } from './mail.store.ts';

export type NewMail = {
  /** To whom, when they are one of ours. */
  personId: string | null;
  recipient: string;
  subject: string;
  /** Plain text; `SECRET_MARK` stands where `secret` goes. */
  body: string;
  /** A one-time link: kept sealed, and only until the letter is gone. */
  secret?: string;
  /** Who had it sent; null: the program. */
  actorId: string | null;
};

/**
 * Puts a letter into the outbox, in the transaction that has the reason for it. It is sent within half a minute
 * where a mail server is set; otherwise the administrator finds it in the outbox to hand over. Returns its id.
 */
export async function queueMail(tx: Tx, house: House, mail: NewMail): Promise<string> {
  const id = randomUUID();
  const now = house.now();
  const { secret, actorId, ...kept } = mail;
  await insertMail(tx, { ...kept, id, now, secret: secret ? house.seal.close(secret, sealOf(id)) : null });
  await appendEvent(tx, now, {
    subjectKind: 'mail',
    subjectId: id,
    kind: 'mail.queued',
    actorId,
    payload: { personId: mail.personId },
  });
  return id;
}

export const sealOf = (id: string): string => `mail:${id}`;
