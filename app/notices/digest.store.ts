import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';

export type DigestReader = { personId: string; name: string; email: string };

/** People with a notice that asks for a letter and has not been in one, who have had none today. */
export async function listDigestReaders(tx: Tx, day: string): Promise<DigestReader[]> {
  const { rows } = await sql<DigestReader>`
    select p.id as "personId", p.name, p.email from person p
    where p.erased_at is null and exists (select from notice n where n.tenant_id = p.tenant_id and n.person_id = p.id
        and n.read_at is null and not n.muted and n.mail_id is null and n.channel in ('mail', 'push'))
      and not exists (select from notice_digest d where d.tenant_id = p.tenant_id and d.person_id = p.id and d.day = ${day}::date)
    order by p.id`.execute(tx);
  return rows;
}

/** Notes the day's letter and which notices were in it for the first time. */
export async function noteDigest(
  tx: Tx,
  { personId, day, notices, mailId }: { personId: string; day: string; notices: number; mailId: string },
): Promise<void> {
  await tx
    .insertInto('notice_digest')
    .values({ person_id: personId, day, notices, mail_id: mailId })
    .execute();
  await tx
    .updateTable('notice')
    .set({ mail_id: mailId })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('muted', '=', false)
    .where('mail_id', 'is', null)
    .execute();
}
