import { sql } from 'kysely';
import type { LedgerEvent } from '#app/ledger/index.ts';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { SubjectKind } from './conversation.contract.ts';
import type { Named } from './mention.ts';
import type { Readers } from './subjects.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    comment: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      subject_kind: SubjectKind;
      subject_id: string;
      place: Filled<string | null>;
      author_id: string;
      words: string;
      mentions: string[];
      written_at: Date;
      changed_at: Filled<Date | null>;
      removed_at: Filled<Date | null>;
    };
    follow: {
      tenant_id: Filled<string>;
      person_id: string;
      subject_kind: SubjectKind;
      subject_id: string;
      since: Date;
      told_seq: number;
    };
  }
}

export type Ref = { kind: SubjectKind; id: string };
export type Comment = {
  id: string;
  kind: SubjectKind;
  subjectId: string;
  /** Key of a heading; null: the whole. */
  place: string | null;
  authorId: string;
  authorName: string;
  agencyName: string | null;
  words: string;
  mentions: string[];
  writtenAt: Date;
  changedAt: Date | null;
  removedAt: Date | null;
};

/** The agency in which a person works on the day; their first by name. */
const agencyOn = (person: string, day: string) => sql<string | null>`(
  select min(agency.name) from membership m join agency on agency.tenant_id = m.tenant_id and agency.id = m.agency_id
  where m.tenant_id = person.tenant_id and m.person_id = ${sql.ref(person)}
    and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date))`;

const comments = (tx: Tx, day: string) =>
  tx
    .selectFrom('comment')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'comment.tenant_id').onRef('person.id', '=', 'comment.author_id'),
    )
    .select([
      'comment.id',
      'comment.subject_kind as kind',
      'comment.subject_id as subjectId',
      'comment.place',
      'comment.author_id as authorId',
      'person.name as authorName',
      'comment.words',
      'comment.mentions',
      'comment.written_at as writtenAt',
      'comment.changed_at as changedAt',
      'comment.removed_at as removedAt',
    ])
    .select(agencyOn('person.id', day).as('agencyName'));

/** The oldest first. */
export const listComments = (tx: Tx, { kind, id }: Ref, day: string): Promise<Comment[]> =>
  comments(tx, day)
    .where('comment.subject_kind', '=', kind)
    .where('comment.subject_id', '=', id)
    .orderBy('comment.written_at')
    .orderBy('comment.id')
    .execute();

/** @throws Problem 404 */
export async function getComment(tx: Tx, id: string, day: string): Promise<Comment> {
  const found = await comments(tx, day)
    .where('comment.id', '=', id)
    .where('comment.removed_at', 'is', null)
    .forUpdate('comment')
    .executeTakeFirst();
  if (!found) throw notFound('ý kiến này');
  return found;
}

/** Which work a comment is about, whether it still stands or was removed; undefined for none. */
export const findSubject = (tx: Tx, id: string): Promise<Ref | undefined> =>
  tx
    .selectFrom('comment')
    .select(['subject_kind as kind', 'subject_id as id'])
    .where('id', '=', id)
    .executeTakeFirst();

/** What a comment is called in the ledger. */
export async function findTitle(tx: Tx, id: string): Promise<string | null> {
  const found = await tx
    .selectFrom('comment')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'comment.tenant_id').onRef('person.id', '=', 'comment.author_id'),
    )
    .select('person.name')
    .where('comment.id', '=', id)
    .executeTakeFirst();
  return found ? `Ý kiến của ${found.name}` : null;
}

type NewComment = Ref & {
  place: string | null;
  authorId: string;
  words: string;
  mentions: string[];
  at: Date;
};

export async function insertComment(tx: Tx, comment: NewComment): Promise<string> {
  const { kind, id: subjectId, place, authorId, words, mentions, at } = comment;
  const { id } = await tx
    .insertInto('comment')
    .values({
      subject_kind: kind,
      subject_id: subjectId,
      place,
      author_id: authorId,
      words,
      mentions,
      written_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateComment(
  tx: Tx,
  id: string,
  change: { words: string; mentions: string[]; at: Date } | { removedAt: Date },
): Promise<void> {
  await tx
    .updateTable('comment')
    .set(
      'removedAt' in change
        ? { removed_at: change.removedAt }
        : { words: change.words, mentions: change.mentions, changed_at: change.at },
    )
    .where('id', '=', id)
    .execute();
}

export async function wasNamed(tx: Tx, { kind, id }: Ref, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('comment')
    .select('id')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`${personId}::uuid = any(mentions)`)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Names of people, whether they still work here or not. */
export const listNames = async (tx: Tx, ids: readonly string[]): Promise<Named[]> =>
  ids.length
    ? tx
        .selectFrom('person')
        .select(['id as personId', 'name'])
        .where('id', 'in', [...ids])
        .where('erased_at', 'is', null)
        .execute()
    : [];

/** A person `p` who reads the work on the day; all do where there are no readers. */
const isReader = (readers: Readers | null, day: string) =>
  readers
    ? sql<boolean>`exists (select from membership held where held.tenant_id = p.tenant_id and held.person_id = p.id
        and held.valid_from <= ${day}::date and (held.valid_to is null or held.valid_to >= ${day}::date)
        and (held.role = any(${[...readers.roles]}::text[]) or held.agency_id = any(${[...readers.agencyIds]}::uuid[])))`
    : sql<boolean>`true`;

/** Those of these people who read the work on the day. */
export async function keepReaders(
  tx: Tx,
  ids: readonly string[],
  readers: Readers | null,
  day: string,
): Promise<string[]> {
  if (!readers || !ids.length) return [...ids];
  const { rows } = await sql<{ id: string }>`
    select p.id from person p where p.id = any(${[...ids]}::uuid[]) and ${isReader(readers, day)}`.execute(
    tx,
  );
  const kept = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => kept.has(id));
}

type Wanted = {
  text: string;
  agencyIds: readonly string[];
  readers: Readers | null;
  day: string;
  limit: number;
};

/** People who work in the province on the day and whose name or agency has these letters; those of these agencies first. */
export async function findColleagues(tx: Tx, { text, agencyIds, readers, day, limit }: Wanted) {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Named & { agencyName: string | null }>`
    select p.id as "personId", p.name, here.agency as "agencyName" from person p
    cross join lateral (
      select min(agency.name) as agency, bool_or(m.agency_id = any(${[...agencyIds]}::uuid[])) as has_part
      from membership m join agency on agency.tenant_id = m.tenant_id and agency.id = m.agency_id
      where m.tenant_id = p.tenant_id and m.person_id = p.id
        and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)) here
    where p.erased_at is null and (p.ended_on is null or p.ended_on >= ${day}::date) and here.agency is not null
      and ${isReader(readers, day)}
      and (fold(p.name) like fold(${like}) or fold(here.agency) like fold(${like}))
    order by fold(p.name) like fold(${like}) desc, here.has_part desc, p.name collate "vi-x-icu" limit ${limit}`.execute(
    tx,
  );
  return rows;
}

export const isFollowing = async (tx: Tx, { kind, id }: Ref, personId: string): Promise<boolean> =>
  (await listFollowers(tx, { kind, id })).includes(personId);

export async function listFollowers(tx: Tx, { kind, id }: Ref): Promise<string[]> {
  const rows = await tx
    .selectFrom('follow')
    .select('person_id')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute();
  return rows.map((row) => row.person_id);
}

/** From now on, or no more; what has happened before is not told. */
export async function putFollow(
  tx: Tx,
  { kind, id, personId, follows, at }: Ref & { personId: string; follows: boolean; at: Date },
): Promise<void> {
  if (follows)
    await sql`insert into follow (person_id, subject_kind, subject_id, since, told_seq)
      select ${personId}, ${kind}, ${id}, ${at}, coalesce(max(seq), 0) from event
      where subject_kind = ${kind} and subject_id = ${id}::uuid on conflict do nothing`.execute(tx);
  else
    await tx
      .deleteFrom('follow')
      .where('person_id', '=', personId)
      .where('subject_kind', '=', kind)
      .where('subject_id', '=', id)
      .execute();
}

export type NewStep = {
  personId: string;
  kind: SubjectKind;
  subjectId: string;
  actorName: string | null;
} & Pick<LedgerEvent, 'seq' | 'payload'> & { step: string };

/** Lines that followers have not been told of and did not write themselves, in their order; they count as told from now. */
export async function takeNewSteps(tx: Tx, most: number): Promise<{ taken: number; steps: NewStep[] }> {
  const { rows } = await sql<NewStep & { isOwn: boolean }>`
    with fresh as (
      select f.person_id, f.subject_kind, f.subject_id, e.seq, e.kind, e.payload, e.actor_id
      from follow f join event e on e.tenant_id = f.tenant_id and e.subject_kind = f.subject_kind
        and e.subject_id = f.subject_id and e.seq > f.told_seq
      order by f.person_id, f.subject_id, e.seq limit ${most}),
    told as (
      update follow set told_seq = last.seq from (
        select person_id, subject_kind, subject_id, max(seq) as seq from fresh group by 1, 2, 3) last
      where follow.person_id = last.person_id and follow.subject_kind = last.subject_kind
        and follow.subject_id = last.subject_id)
    select fresh.person_id as "personId", fresh.subject_kind as kind, fresh.subject_id as "subjectId", fresh.seq,
      fresh.kind as step, fresh.payload, actor.name as "actorName",
      fresh.actor_id is not distinct from fresh.person_id as "isOwn"
    from fresh left join person actor on actor.id = fresh.actor_id
    order by fresh.subject_id, fresh.seq`.execute(tx);
  return { taken: rows.length, steps: rows.filter(({ isOwn }) => !isOwn) };
}
