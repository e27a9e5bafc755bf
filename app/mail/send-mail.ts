import { createTransport } from 'nodemailer';
import { appendEvent } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House, MailServer } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { fillIn, nextAttempt, readFailure } from './letter.ts';
import { claimMail, endMail, forgetOldSecrets, postponeMail, type StoredMail } from './mail.store.ts';
import { sealOf } from './queue-mail.ts';

const AT_ONCE = 50;
const SECRET_LIFE = 7 * 24 * 3_600_000;

/** Sends what waits, at every tick. Without a mail server letters stay in the outbox for the administrator. */
export const sendMailJob: Job = {
  name: 'mail.send',
  run: async (house) => {
    const tenants = await house.db.selectFrom('tenant').select('id').execute();
    for (const { id } of tenants) {
      await inTenant(house.db, id, (tx) =>
        forgetOldSecrets(tx, new Date(house.now().getTime() - SECRET_LIFE)),
      );
      if (house.mail) await sendWaiting(house, house.mail, id);
    }
  },
};

async function sendWaiting(house: House, server: MailServer, tenantId: string): Promise<void> {
  const now = house.now();
  const again = new Date(now.getTime() + 10 * 60_000);
  const letters = await inTenant(house.db, tenantId, (tx) => claimMail(tx, now, again, AT_ONCE));
  if (!letters.length) return;
  const transport = createTransport(
    `${server.url}${server.url.includes('?') ? '&' : '?'}connectionTimeout=20000&socketTimeout=60000`,
  );
  try {
    for (const letter of letters) {
      const failure = await sendOne(house, transport, server.from, letter);
      await noteEnd(house, tenantId, letter, failure);
    }
  } finally {
    transport.close();
  }
}

/** Sends outside any transaction: a mail server may take a minute. */
async function sendOne(
  house: House,
  transport: ReturnType<typeof createTransport>,
  from: string,
  letter: StoredMail,
): Promise<ReturnType<typeof readFailure> | null> {
  try {
    const secret = letter.secret && house.seal.open(letter.secret, sealOf(letter.id));
    await transport.sendMail({
      from,
      to: letter.recipient,
      subject: letter.subject,
      text: fillIn(letter.body, secret, '(liên kết đã hết hạn, hãy xin liên kết mới)'),
      // The same letter sent twice after a crash is recognised as one.
      messageId: `<${letter.id}@${new URL(house.origin).hostname}>`,
    });
    return null;
  } catch (error) {
    return readFailure(error);
  }
}

async function noteEnd(
  house: House,
  tenantId: string,
  letter: StoredMail,
  failure: ReturnType<typeof readFailure> | null,
): Promise<void> {
  const now = house.now();
  const again = failure && !failure.isFinal ? nextAttempt(letter.attempts, now) : null;
  await inTenant(house.db, tenantId, async (tx) => {
    if (failure && again) return postponeMail(tx, letter.id, again, failure.sentence);
    const state = failure ? 'failed' : 'sent';
    await endMail(tx, letter.id, { state, error: failure?.sentence ?? null, now });
    await appendEvent(tx, now, {
      subjectKind: 'mail',
      subjectId: letter.id,
      kind: `mail.${state}`,
      actorId: null,
      payload: {},
    });
  });
}
