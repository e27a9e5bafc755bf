import { appendEvent } from '#app/ledger/index.ts';
import { queueMail, SECRET_MARK } from '#app/mail/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { notFound } from '#app/platform/problem.ts';
import { findPerson, type Person } from '../account.store.ts';
import { hashSecret, newSecret } from '../credentials.ts';
import { deleteOpenLinks, insertEntryLink, type LinkPurpose } from '../entry-link.store.ts';
import { LINK_LIFE } from '../session.ts';

export type Invitation = { link: string; purpose: LinkPurpose; expiresAt: Date; person: Person };

/**
 * Makes a one-time link for a person in the caller's transaction: first entry, or recovery for who has a password.
 * Links made before and not used become worthless. It does not pass the second step of a person who has one.
 * `by` is the administrator who hands it out. Only the link's hash is kept.
 */
export async function invite(
  tx: Tx,
  house: House,
  tenantId: string,
  personId: string,
  by: string,
): Promise<Invitation> {
  const person = await findPerson(tx, personId);
  if (!person) throw notFound('người này');
  const purpose = person.passwordHash ? 'recovery' : 'invitation';
  const now = house.now();
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + LINK_LIFE);
  await deleteOpenLinks(tx, personId);
  await insertEntryLink(tx, { tokenHash: hashSecret(secret), personId, expiresAt, purpose, by, now });
  await appendEvent(tx, now, {
    subjectKind: 'person',
    subjectId: personId,
    kind: 'person.invited',
    actorId: by,
    payload: { purpose },
  });
  // Behind the '#', so that the secret stays out of server logs and of what link previews fetch.
  return { link: `${house.origin}/enter#${tenantId}.${secret}`, purpose, expiresAt, person };
}

/** Puts an invitation into the outbox, its link sealed. */
export async function mailInvitation(
  tx: Tx,
  house: House,
  tenantName: string,
  { link, purpose, person }: Invitation,
  by: string,
): Promise<void> {
  const isFirst = purpose === 'invitation';
  await queueMail(tx, house, {
    personId: person.id,
    recipient: person.email,
    subject: isFirst ? `Lời mời vào Nhịp Cầu, ${tenantName}` : `Liên kết vào lại Nhịp Cầu, ${tenantName}`,
    body: `Kính gửi ${person.name},

${isFirst ? 'Bạn được mời vào Nhịp Cầu, nơi theo dõi nhiệm vụ và báo cáo của' : 'Bạn có một liên kết để vào lại Nhịp Cầu,'} ${tenantName}.

Liên kết dùng một lần, trong 3 ngày:
${SECRET_MARK}

Mở liên kết, bấm “Vào chương trình” rồi đặt mật khẩu. Không chuyển thư này cho ai.
Nếu bạn không chờ thư này, hãy bỏ qua và báo cho quản trị.
`,
    secret: link,
    actorId: by,
  });
}
