import { type Generated, sql } from 'kysely';
import { actingFor } from '#app/platform/acting.ts';
import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { contentAround, hashEvent, type LedgerEvent, type NewEvent } from './event.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    event: {
      tenant_id: Filled<string>;
      id: Generated<number>;
      subject_kind: string;
      subject_id: string;
      seq: number;
      kind: string;
      actor_id: string | null;
      at: Date;
      payload: Json<Record<string, unknown>>;
      previous_hash: Buffer | null;
      hash: Buffer;
      /** Of the payload. */
      agency_id: Generated<string | null>;
    };
  }
}

/**
 * Appends one line to the chain of its subject, in the transaction that changes the rows it tells of.
 * Two writers on one subject wait for each other; on different subjects they do not.
 */
export async function appendEvent(tx: Tx, at: Date, event: NewEvent): Promise<void> {
  const { subjectKind, subjectId, kind, actorId } = event;
  const payload = withSubstitute(event);
  const { before, after } = contentAround({ ...event, at, payload });
  await sql`select append_event(${subjectKind}, ${subjectId}, ${kind}, ${actorId}, ${at}, ${JSON.stringify(payload)},
    ${before}, ${after})`.execute(tx);
}

/** One more line for each of many subjects, none of them twice, in few statements. */
export async function appendEvents(tx: Tx, at: Date, events: readonly NewEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += 2000) {
    const some = events.slice(from, from + 2000);
    const tenantId = await holdSubjects(tx, some);
    const lasts = await listLastLines(tx, some);
    const lines = some.map((event) => nextLine(tenantId, at, event, lasts.get(event.subjectId)));
    await tx.insertInto('event').values(lines).execute();
  }
}

/** What is told of an event; who acts for somebody is told in it. */
function withSubstitute({ actorId, payload }: NewEvent): NewEvent['payload'] {
  const inStead = actingFor(actorId);
  return inStead ? { ...payload, inSteadOfPersonId: inStead } : payload;
}

/** The line that follows `last` in the chain of its subject, sealed to it; `append_event` says the same of one. */
function nextLine(tenantId: string, at: Date, event: NewEvent, last?: LastLine) {
  const payload = withSubstitute(event);
  const line = { ...event, payload, seq: (last?.seq ?? 0) + 1, at, previousHash: last?.hash ?? null };
  return {
    subject_kind: line.subjectKind,
    subject_id: line.subjectId,
    seq: line.seq,
    kind: line.kind,
    actor_id: line.actorId,
    at,
    payload: JSON.stringify(payload),
    previous_hash: line.previousHash,
    hash: hashEvent(tenantId, line),
  };
}
type LastLine = { seq: number; hash: Buffer };

/** Always in the same order, so that two who hold many do not wait for each other for ever. Returns the province. */
async function holdSubjects(tx: Tx, events: readonly NewEvent[]): Promise<string> {
  const { rows } = await sql<{ tenant: string }>`
    select current_tenant() as tenant, count(pg_advisory_xact_lock(hashtextextended(id, 0)))
    from (select id from unnest(${events.map(({ subjectId }) => subjectId)}::text[]) id order by id) held`.execute(
    tx,
  );
  return rows[0]!.tenant;
}

/** The last line of each chain, by subject. */
async function listLastLines(tx: Tx, events: readonly NewEvent[]): Promise<Map<string, LastLine>> {
  const { rows } = await sql<LastLine & { id: string }>`
    select distinct on (e.subject_kind, e.subject_id) e.subject_id as id, e.seq, e.hash
    from unnest(${events.map(({ subjectKind }) => subjectKind)}::text[], ${events.map(({ subjectId }) => subjectId)}::uuid[]) s(kind, id)
    join event e on e.subject_kind = s.kind and e.subject_id = s.id
    order by e.subject_kind, e.subject_id, e.seq desc`.execute(tx);
  return new Map(rows.map(({ id, seq, hash }) => [id, { seq, hash }]));
}

/** First lines of subjects that this transaction made, in few statements: nobody else can write of them yet. */
export async function appendFirstEvents(tx: Tx, at: Date, events: readonly NewEvent[]): Promise<void> {
  const { rows } = await sql<{ tenant: string }>`select current_tenant() as tenant`.execute(tx);
  const lines = events.map((event) => nextLine(rows[0]!.tenant, at, event));
  for (let from = 0; from < lines.length; from += 2000)
    await tx
      .insertInto('event')
      .values(lines.slice(from, from + 2000))
      .execute();
}

const lineColumns = [
  'id',
  'subject_kind',
  'subject_id',
  'seq',
  'kind',
  'actor_id',
  'at',
  'payload',
  'previous_hash',
  'hash',
] as const;

/** The chain of one subject, oldest first. */
export async function listEvents(tx: Tx, subjectKind: string, subjectId: string): Promise<LedgerEvent[]> {
  const rows = await tx
    .selectFrom('event')
    .select(lineColumns)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('seq')
    .execute();
  return rows.map(toEvent);
}

/** The number of the last line of a chain; 0 where nothing was told. */
export async function lastSeq(tx: Tx, subjectKind: string, subjectId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('event')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

export type LineFilter = {
  subjectKind?: string | undefined;
  actorId?: string | undefined;
  /** Whose people acted, or whom the line is about; `subjects` are further records of this agency. */
  agency?: { id: string; subjects: string[] } | undefined;
  from?: Date | undefined;
  /** Not itself. */
  until?: Date | undefined;
  before?: number | undefined;
};

/** Lines of all subjects, newest first; `before` is the id of the last line of the page before. */
export async function listRecentEvents(tx: Tx, filter: LineFilter, limit: number): Promise<LedgerEvent[]> {
  let query = tx.selectFrom('event').select(lineColumns);
  if (filter.subjectKind) query = query.where('subject_kind', '=', filter.subjectKind);
  if (filter.actorId) query = query.where('actor_id', '=', filter.actorId);
  if (filter.agency) query = query.where(ofAgency(filter.agency));
  if (filter.from) query = query.where('at', '>=', filter.from);
  if (filter.until) query = query.where('at', '<', filter.until);
  if (filter.before) query = query.where('id', '<', filter.before);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toEvent);
}

/** Done by people who worked there on that day, or telling of the agency or of a record of its own. */
const ofAgency = ({ id, subjects }: NonNullable<LineFilter['agency']>) => sql<boolean>`(
  event.agency_id = ${id} or event.subject_id = ${id} or event.subject_id = any(${subjects})
  or exists (select from membership m where m.tenant_id = event.tenant_id and m.person_id = event.actor_id
    and m.agency_id = ${id} and m.valid_from <= (event.at at time zone 'Asia/Ho_Chi_Minh')::date
    and (m.valid_to is null or m.valid_to >= (event.at at time zone 'Asia/Ho_Chi_Minh')::date)))`;

/** Names of the province's agencies for the filter, in Vietnamese order. */
export async function listAgencyNames(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from agency order by name collate "vi-x-icu"`.execute(tx);
  return rows;
}

/** Nobody else appends to this subject until the transaction ends. */
export const holdSubject = (tx: Tx, subjectId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${subjectId}, 0))`.execute(tx);

/** Names of people by id, as they are today. */
export async function namesOfPeople(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${ids})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Everybody who has ever done something, by name. */
export async function listActors(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person
    where exists (select from event where event.tenant_id = person.tenant_id and event.actor_id = person.id)
    order by name collate "vi-x-icu"`.execute(tx);
  return rows;
}

function toEvent(r: {
  id: number;
  subject_kind: string;
  subject_id: string;
  seq: number;
  kind: string;
  actor_id: string | null;
  at: Date;
  payload: Record<string, unknown>;
  previous_hash: Buffer | null;
  hash: Buffer;
}): LedgerEvent {
  return {
    id: r.id,
    subjectKind: r.subject_kind,
    subjectId: r.subject_id,
    seq: r.seq,
    kind: r.kind,
    actorId: r.actor_id,
    at: r.at,
    payload: r.payload,
    previousHash: r.previous_hash,
    hash: r.hash,
  };
}

/** Lines of all chains, chain after chain, each oldest first, after the line given: a page for the check. */
export async function listChains(
  tx: Tx,
  after: Pick<LedgerEvent, 'subjectKind' | 'subjectId' | 'seq'> | null,
  limit: number,
): Promise<LedgerEvent[]> {
  let query = tx.selectFrom('event').select(lineColumns);
  if (after)
    query = query.where(
      sql<boolean>`(subject_kind, subject_id, seq) > (${after.subjectKind}, ${after.subjectId}, ${after.seq})`,
    );
  const rows = await query
    .orderBy('subject_kind')
    .orderBy('subject_id')
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(toEvent);
}

export async function countLines(tx: Tx): Promise<number> {
  const { lines } = await tx
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .executeTakeFirstOrThrow();
  return lines;
}

/** How many lines a chain has now. */
export async function countChain(tx: Tx, subjectKind: string, subjectId: string): Promise<number> {
  const { lines } = await tx
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow();
  return lines;
}

export async function findLine(
  tx: Tx,
  subjectKind: string,
  subjectId: string,
  seq: number,
): Promise<LedgerEvent | undefined> {
  const row = await tx
    .selectFrom('event')
    .select(lineColumns)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row && toEvent(row);
}

/** Lines of some kinds that no later line of their chain took back, newest first. */
export async function listStanding(tx: Tx, kinds: readonly string[], limit: number): Promise<LedgerEvent[]> {
  if (!kinds.length) return [];
  const rows = await tx
    .selectFrom('event')
    .select(lineColumns)
    .where('kind', 'in', [...kinds])
    .where(
      sql<boolean>`not exists (select from event later where later.tenant_id = event.tenant_id
        and later.subject_kind = event.subject_kind and later.subject_id = event.subject_id
        and later.seq > event.seq and later.payload->'undoes' = to_jsonb(event.seq))`,
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toEvent);
}
