import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { RequestKind } from './request.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    person_contact: {
      tenant_id: Filled<string>;
      person_id: string;
      phone: Buffer | null;
      personal_email: Buffer | null;
      changed_at: Date;
    };
    personal_data_request: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      person_id: string;
      kind: RequestKind;
      wish: string;
      asked_at: Date;
      acknowledge_by: string;
      acknowledged_at: Filled<Date | null>;
      acknowledged_by: Filled<string | null>;
      decision: Filled<'granted' | 'refused' | null>;
      reason: Filled<string | null>;
      decided_at: Filled<Date | null>;
      decided_by: Filled<string | null>;
      withdrawn_at: Filled<Date | null>;
    };
  }
}

export const findContact = (tx: Tx, personId: string) =>
  tx
    .selectFrom('person_contact')
    .select(['phone', 'personal_email as personalEmail'])
    .where('person_id', '=', personId)
    .executeTakeFirst();

export async function saveContact(
  tx: Tx,
  personId: string,
  contact: { phone: Buffer | null; personalEmail: Buffer | null },
  at: Date,
): Promise<void> {
  const values = { phone: contact.phone, personal_email: contact.personalEmail, changed_at: at };
  await tx
    .insertInto('person_contact')
    .values({ person_id: personId, ...values })
    .onConflict((on) => on.columns(['tenant_id', 'person_id']).doUpdateSet(values))
    .execute();
}

export async function deleteContact(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('person_contact').where('person_id', '=', personId).execute();
}

export type DataRequestRow = {
  id: string;
  personId: string;
  personName: string;
  kind: RequestKind;
  wish: string;
  askedAt: Date;
  acknowledgeBy: string;
  acknowledgedAt: Date | null;
  decision: 'granted' | 'refused' | null;
  reason: string | null;
  decidedAt: Date | null;
  withdrawnAt: Date | null;
};

const requests = (tx: Tx) =>
  tx
    .selectFrom('personal_data_request as r')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'r.tenant_id').onRef('person.id', '=', 'r.person_id'),
    )
    .select([
      'r.id',
      'r.person_id as personId',
      'person.name as personName',
      'r.kind',
      'r.wish',
      'r.asked_at as askedAt',
      'r.acknowledge_by as acknowledgeBy',
      'r.acknowledged_at as acknowledgedAt',
      'r.decision',
      'r.reason',
      'r.decided_at as decidedAt',
      'r.withdrawn_at as withdrawnAt',
    ]);

/** Open ones first by their clock, then the latest decided. */
export const listRequests = (tx: Tx, personId?: string): Promise<DataRequestRow[]> => {
  const query = personId ? requests(tx).where('r.person_id', '=', personId) : requests(tx);
  return query
    .orderBy(sql`(r.decided_at is null and r.withdrawn_at is null) desc`)
    .orderBy('r.acknowledge_by')
    .orderBy('r.asked_at', 'desc')
    .limit(300)
    .execute();
};

/** Held until the transaction ends. @throws Problem 404 */
export async function getRequest(tx: Tx, id: string): Promise<DataRequestRow> {
  const found = await requests(tx).where('r.id', '=', id).forUpdate('r').executeTakeFirst();
  if (!found) throw notFound('yêu cầu này');
  return found;
}

export async function insertRequest(
  tx: Tx,
  one: { personId: string; kind: RequestKind; wish: string; at: Date; acknowledgeBy: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('personal_data_request')
    .values({
      person_id: one.personId,
      kind: one.kind,
      wish: one.wish,
      asked_at: one.at,
      acknowledge_by: one.acknowledgeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function markAcknowledged(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx
    .updateTable('personal_data_request')
    .set({ acknowledged_at: at, acknowledged_by: by })
    .where('id', '=', id)
    .where('acknowledged_at', 'is', null)
    .execute();
}

export async function markDecided(
  tx: Tx,
  id: string,
  made: { decision: 'granted' | 'refused'; reason: string; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('personal_data_request')
    .set({ decision: made.decision, reason: made.reason, decided_by: made.by, decided_at: made.at })
    .where('id', '=', id)
    .execute();
}

export async function markWithdrawn(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('personal_data_request').set({ withdrawn_at: at }).where('id', '=', id).execute();
}

/** Who read the private contact of a person, latest first. */
export async function listReads(tx: Tx, personId: string) {
  const { rows } = await sql<{ at: Date; by: string | null; reason: string }>`
    select e.at, person.name as by, e.payload->>'reason' as reason from event e
    left join person on person.tenant_id = e.tenant_id and person.id = e.actor_id
    where e.subject_kind = 'person' and e.subject_id = ${personId} and e.kind = 'personal-data.read'
    order by e.id desc limit 100`.execute(tx);
  return rows;
}

/** How many rows of each group are kept of a person. */
export async function countKept(tx: Tx, personId: string, email: string): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select 1 + (select count(*) from membership where person_id = ${personId})::integer as account,
      (select count(*) from person_contact where person_id = ${personId})::integer as contact,
      (select count(*) from sign_in_attempt where email = lower(${email}))::integer
        + (select count(*) from session where person_id = ${personId})::integer as "sign-in",
      (select count(*) from event where actor_id = ${personId})::integer as ledger,
      (select count(*) from absence where person_id = ${personId} or substitute_id = ${personId})::integer as absence,
      (select count(*) from hand_over h where person_id = ${personId} or exists (select from hand_over_item i
        where i.tenant_id = h.tenant_id and i.hand_over_id = h.id and i.successor_id = ${personId}))::integer as "hand-over",
      (select count(*) from personal_data_request where person_id = ${personId})::integer as request,
      (select count(*) from comment where author_id = ${personId} and removed_at is null)::integer as comment,
      (select count(*) from follow where person_id = ${personId})::integer as follow`.execute(tx);
  return rows[0]!;
}

/** Everything kept of a person, table by table, for their own copy. Secrets are left out; sealed ones are the caller's. */
export async function listKept(tx: Tx, personId: string, email: string): Promise<Record<string, unknown>> {
  const all = async (query: ReturnType<typeof sql>) => (await query.execute(tx)).rows;
  return {
    roles: await all(sql`select agency.name as agency, m.role, m.valid_from, m.valid_to from membership m
      join agency on agency.tenant_id = m.tenant_id and agency.id = m.agency_id where m.person_id = ${personId}`),
    signInAttempts: await all(
      sql`select address, at, succeeded from sign_in_attempt where email = lower(${email}) order by at`,
    ),
    sessions: await all(sql`select created_at, seen_at from session where person_id = ${personId}`),
    absences: await all(sql`select from_on, to_on, cancelled_at, person_id = ${personId} as away from absence
      where person_id = ${personId} or substitute_id = ${personId}`),
    handOvers: await all(
      sql`select last_day, prepared_at, received_at from hand_over where person_id = ${personId}`,
    ),
    progressWritten: await all(
      sql`select done_on, note, created_at from progress_entry where author_id = ${personId} order by done_on`,
    ),
    comments: await all(
      sql`select subject_kind, subject_id, words, written_at from comment where author_id = ${personId}
        and removed_at is null order by written_at`,
    ),
    follows: await all(sql`select subject_kind, subject_id, since from follow where person_id = ${personId}`),
    ledger: await all(
      sql`select at, subject_kind, kind, payload from event where actor_id = ${personId}
        or (subject_kind = 'person' and subject_id = ${personId}) order by id`,
    ),
  };
}

/**
 * Takes a person's details out wherever the program keeps them; the row and its id stay, because the ledger and the
 * work point to it. What colleagues wrote in official texts is theirs to keep (lưu trữ).
 */
export async function eraseDetails(
  tx: Tx,
  person: { id: string; name: string; email: string },
  at: Date,
): Promise<void> {
  const { id, name, email } = person;
  await sql`update person set name = 'Người đã xóa thông tin', title = null, password_hash = null, erased_at = ${at},
      email = 'da-xoa-' || id || '@khong-con.invalid' where id = ${id}`.execute(tx);
  await sql`update membership set valid_to = greatest(${at}::date, valid_from - 1)
      where person_id = ${id} and valid_to is null`.execute(tx);
  await sql`delete from sign_in_attempt where email = lower(${email})`.execute(tx);
  await sql`update hand_over_item set title = replace(title, ${name}, 'người đã xóa thông tin')
      where kind = 'substitution' and title like '%' || ${name} || '%'`.execute(tx);
  await sql`update personal_data_request set wish = 'Nội dung đã xóa' where person_id = ${id}`.execute(tx);
  for (const table of ['person_contact', 'session', 'entry_link', 'person_totp', 'recovery_code', 'follow'])
    await sql`delete from ${sql.table(table)} where person_id = ${id}`.execute(tx);
}

/** When a person was put into the register. */
export async function findMade(tx: Tx, personId: string): Promise<Date> {
  const { created_at } = await tx
    .selectFrom('person')
    .select('created_at')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return created_at;
}
