import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { ItemKind } from './hand-over.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    hand_over: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      person_id: string;
      agency_id: string;
      last_day: string;
      ends_work: boolean;
      prepared_by: string;
      prepared_at: Date;
      cancelled_at: Filled<Date | null>;
      cancelled_by: Filled<string | null>;
      received_at: Filled<Date | null>;
    };
    hand_over_item: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      hand_over_id: string;
      position: number;
      kind: ItemKind;
      subject_id: string | null;
      page: string | null;
      title: string;
      detail: string | null;
      due_on: string | null;
      successor_id: string | null;
      received_at: Filled<Date | null>;
    };
  }
}

export type HandOver = {
  id: string;
  personId: string;
  personName: string;
  personTitle: string | null;
  agencyId: string;
  agencyName: string;
  lastDay: string;
  endsWork: boolean;
  preparedBy: string;
  preparedByName: string;
  preparedAt: Date;
  receivedAt: Date | null;
  state: 'waiting' | 'received' | 'cancelled';
};
export type Item = {
  id: string;
  kind: ItemKind;
  subjectId: string | null;
  page: string | null;
  title: string;
  detail: string | null;
  dueOn: string | null;
  successorId: string | null;
  successorName: string | null;
  successorTitle: string | null;
  receivedAt: Date | null;
};

const stateOf = sql<HandOver['state']>`case when h.cancelled_at is not null then 'cancelled'
  when h.received_at is not null then 'received' else 'waiting' end`;

/** `forUpdate` holds it until the transaction ends. @throws Problem 404 */
export async function getHandOver(tx: Tx, id: string, { forUpdate = false } = {}): Promise<HandOver> {
  const { rows } = await sql<HandOver>`
    select h.id, h.person_id as "personId", person.name as "personName", person.title as "personTitle",
      h.agency_id as "agencyId", agency.name as "agencyName", h.last_day as "lastDay", h.ends_work as "endsWork",
      h.prepared_by as "preparedBy", maker.name as "preparedByName", h.prepared_at as "preparedAt",
      h.received_at as "receivedAt", ${stateOf} as state
    from hand_over h
    join person on person.tenant_id = h.tenant_id and person.id = h.person_id
    join person maker on maker.tenant_id = h.tenant_id and maker.id = h.prepared_by
    join agency on agency.tenant_id = h.tenant_id and agency.id = h.agency_id
    where h.id = ${id} ${forUpdate ? sql`for update of h` : sql``}`.execute(tx);
  if (!rows[0]) throw notFound('bàn giao này');
  return rows[0];
}

export async function listItems(tx: Tx, handOverId: string): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select i.id, i.kind, i.subject_id as "subjectId", i.page, i.title, i.detail, i.due_on as "dueOn",
      i.successor_id as "successorId", person.name as "successorName", person.title as "successorTitle",
      i.received_at as "receivedAt"
    from hand_over_item i
    left join person on person.tenant_id = i.tenant_id and person.id = i.successor_id
    where i.hand_over_id = ${handOverId} order by i.position`.execute(tx);
  return rows;
}

/** Of one person, latest first. */
export async function listHandOvers(tx: Tx, personId: string) {
  const { rows } = await sql<{ id: string; agencyName: string; lastDay: string; state: HandOver['state'] }>`
    select h.id, agency.name as "agencyName", h.last_day as "lastDay", ${stateOf} as state
    from hand_over h join agency on agency.tenant_id = h.tenant_id and agency.id = h.agency_id
    where h.person_id = ${personId} order by h.prepared_at desc`.execute(tx);
  return rows;
}

/** Those a person takes part in: gives, receives or prepared; what waits for them first. */
export async function listForPerson(tx: Tx, personId: string) {
  const { rows } = await sql<{
    id: string;
    personName: string;
    agencyName: string;
    lastDay: string;
    state: HandOver['state'];
    waitsForMe: boolean;
  }>`
    select h.id, person.name as "personName", agency.name as "agencyName", h.last_day as "lastDay", ${stateOf} as state,
      h.cancelled_at is null and exists (select from hand_over_item i where i.tenant_id = h.tenant_id
        and i.hand_over_id = h.id and i.successor_id = ${personId} and i.received_at is null) as "waitsForMe"
    from hand_over h
    join person on person.tenant_id = h.tenant_id and person.id = h.person_id
    join agency on agency.tenant_id = h.tenant_id and agency.id = h.agency_id
    where h.person_id = ${personId} or h.prepared_by = ${personId} or exists (select from hand_over_item i
      where i.tenant_id = h.tenant_id and i.hand_over_id = h.id and i.successor_id = ${personId})
    order by "waitsForMe" desc, h.prepared_at desc limit 50`.execute(tx);
  return rows;
}

export async function insertHandOver(
  tx: Tx,
  one: {
    personId: string;
    agencyId: string;
    lastDay: string;
    endsWork: boolean;
    preparedBy: string;
    at: Date;
  },
  items: readonly Omit<Item, 'id' | 'successorName' | 'successorTitle' | 'receivedAt'>[],
): Promise<string> {
  const { id } = await tx
    .insertInto('hand_over')
    .values({
      person_id: one.personId,
      agency_id: one.agencyId,
      last_day: one.lastDay,
      ends_work: one.endsWork,
      prepared_by: one.preparedBy,
      prepared_at: one.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('hand_over_item')
    .values(
      items.map((item, position) => ({
        hand_over_id: id,
        position,
        kind: item.kind,
        subject_id: item.subjectId,
        page: item.page,
        title: item.title,
        detail: item.detail,
        due_on: item.dueOn,
        successor_id: item.successorId,
      })),
    )
    .execute();
  return id;
}

export async function findOpenHandOver(
  tx: Tx,
  personId: string,
  agencyId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('hand_over')
    .select('id')
    .where('person_id', '=', personId)
    .where('agency_id', '=', agencyId)
    .where('cancelled_at', 'is', null)
    .where('received_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

export async function markItemsReceived(
  tx: Tx,
  handOverId: string,
  successorId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('hand_over_item')
    .set({ received_at: at })
    .where('hand_over_id', '=', handOverId)
    .where('successor_id', '=', successorId)
    .where('received_at', 'is', null)
    .execute();
}

export async function markReceived(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('hand_over').set({ received_at: at }).where('id', '=', id).execute();
}

export async function markCancelled(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx
    .updateTable('hand_over')
    .set({ cancelled_at: at, cancelled_by: by })
    .where('id', '=', id)
    .execute();
}

/** Somebody else stands in from now on. */
export async function passSubstitution(tx: Tx, absenceId: string, substituteId: string): Promise<void> {
  await tx.updateTable('absence').set({ substitute_id: substituteId }).where('id', '=', absenceId).execute();
}
