import { type Generated, sql } from 'kysely';
import type { Filled, Json, Tx } from '#app/platform/database.ts';
import type { Channel, Ladder, Level, SubjectKind } from './ladder.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    notice: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      seq: Generated<number>;
      person_id: string;
      subject_kind: SubjectKind;
      subject_id: string;
      duty_id: string | null;
      step: string;
      anchor_on: string;
      due_on: string | null;
      is_request: boolean;
      level: Level;
      channel: Channel;
      title: string;
      agency_id: string | null;
      sent_by: Filled<string | null>;
      sent_at: Date;
      muted: Filled<boolean>;
      shown_at: Filled<Date | null>;
      read_at: Filled<Date | null>;
      mail_id: Filled<string | null>;
    };
    notice_ladder: {
      tenant_id: Filled<string>;
      content: Json<Ladder>;
      changed_on: string;
      changed_at: Date;
    };
    notice_run: { tenant_id: Filled<string>; day: string; sent: number; at: Date };
    notice_mute: {
      tenant_id: Filled<string>;
      person_id: string;
      subject_kind: SubjectKind;
      subject_id: string;
      muted_at: Date;
    };
    notice_digest: {
      tenant_id: Filled<string>;
      person_id: string;
      day: string;
      notices: number;
      mail_id: string | null;
    };
  }
}

export type NewNotice = {
  personId: string;
  subjectKind: SubjectKind;
  subjectId: string;
  dutyId: string | null;
  step: string;
  anchorOn: string;
  dueOn: string | null;
  isRequest: boolean;
  level: Level;
  channel: Channel;
  title: string;
  agencyId: string | null;
  sentBy: string | null;
  muted: boolean;
};

/** Postgres channel on which every process of the program hears of notices once they are committed. */
export const NOTICE_CHANNEL = 'nhipcau_notice';
const AT_ONCE = 500;

/**
 * Writes notices, leaving out those that were sent before, and tells listening browsers at commit. Returns how many
 * are new. One writer of a province at a time, so that `seq` grows in the order in which readers see them.
 */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[], at: Date): Promise<number> {
  if (!notices.length) return 0;
  await sql`select pg_advisory_xact_lock(hashtextextended('notice:' || current_tenant(), 0))`.execute(tx);
  let count = 0;
  for (let from = 0; from < notices.length; from += AT_ONCE) {
    const made = await tx
      .insertInto('notice')
      .values(notices.slice(from, from + AT_ONCE).map((notice) => rowOf(notice, at)))
      .onConflict((clash) => clash.doNothing())
      .returning(['id', 'person_id', 'seq', 'muted'])
      .execute();
    count += made.length;
    const loud = made.filter(({ muted }) => !muted).map(({ id }) => id);
    if (loud.length)
      await sql`select pg_notify(${NOTICE_CHANNEL}, json_build_object('tenantId', tenant_id, 'personId', person_id, 'seq', seq)::text)
        from notice where id = any(${loud}::uuid[]) order by seq`.execute(tx);
  }
  return count;
}

const rowOf = (notice: NewNotice, at: Date) => ({
  person_id: notice.personId,
  subject_kind: notice.subjectKind,
  subject_id: notice.subjectId,
  duty_id: notice.dutyId,
  step: notice.step,
  anchor_on: notice.anchorOn,
  due_on: notice.dueOn,
  is_request: notice.isRequest,
  level: notice.level,
  channel: notice.channel,
  title: notice.title,
  agency_id: notice.agencyId,
  sent_by: notice.sentBy,
  sent_at: at,
  muted: notice.muted,
});

/** Whose notices, which of them. */
export type NoticeFilter = {
  personId?: string;
  unread?: boolean;
  dutyId?: string;
  subjectId?: string;
  after?: number;
};

/**
 * The one question behind every channel: bell, page, letter, devices and web hooks all ask it, so that their numbers
 * are the same. Unread ones are those nobody muted.
 */
export const noticesBy = (tx: Tx, { personId, unread, dutyId, subjectId, after }: NoticeFilter) =>
  tx
    .selectFrom('notice')
    .$if(personId !== undefined, (query) => query.where('notice.person_id', '=', personId!))
    .$if(unread === true, (query) =>
      query.where('notice.read_at', 'is', null).where('notice.muted', '=', false),
    )
    .$if(dutyId !== undefined, (query) => query.where('notice.duty_id', '=', dutyId!))
    .$if(subjectId !== undefined, (query) => query.where('notice.subject_id', '=', subjectId!))
    .$if(after !== undefined, (query) => query.where('notice.seq', '>', after!));

export async function countNotices(tx: Tx, filter: NoticeFilter): Promise<number> {
  const { many } = await noticesBy(tx, filter)
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}

export type NoticeRecord = Awaited<ReturnType<typeof listNotices>>[number];

/** Newest first. */
export const listNotices = (
  tx: Tx,
  filter: NoticeFilter,
  { limit, before }: { limit: number; before?: number | undefined },
) =>
  noticesBy(tx, filter)
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'notice.tenant_id').onRef('person.id', '=', 'notice.person_id'),
    )
    .leftJoin('agency', (join) =>
      join.onRef('agency.tenant_id', '=', 'notice.tenant_id').onRef('agency.id', '=', 'notice.agency_id'),
    )
    .leftJoin('person as sender', (join) =>
      join.onRef('sender.tenant_id', '=', 'notice.tenant_id').onRef('sender.id', '=', 'notice.sent_by'),
    )
    .leftJoin('mail', (join) =>
      join.onRef('mail.tenant_id', '=', 'notice.tenant_id').onRef('mail.id', '=', 'notice.mail_id'),
    )
    .select([
      'notice.id',
      'notice.seq',
      'notice.person_id as personId',
      'person.name as personName',
      'notice.subject_kind as subjectKind',
      'notice.subject_id as subjectId',
      'notice.duty_id as dutyId',
      'notice.step',
      'notice.due_on as dueOn',
      'notice.is_request as isRequest',
      'notice.level',
      'notice.channel',
      'notice.title',
      'agency.name as agencyName',
      'sender.name as sentBy',
      'notice.sent_at as sentAt',
      'notice.muted',
      'notice.shown_at as shownAt',
      'notice.read_at as readAt',
      'mail.state as mailState',
      'mail.done_at as mailedAt',
    ])
    .$if(before !== undefined, (query) => query.where('notice.seq', '<', before!))
    .orderBy('notice.seq', 'desc')
    .limit(limit)
    .execute();

/** Notes that notices reached a page of their reader; the first time counts. */
export async function noteShown(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (!ids.length) return;
  await tx
    .updateTable('notice')
    .set({ shown_at: at })
    .where('id', 'in', [...ids])
    .where('shown_at', 'is', null)
    .execute();
}

/** Marks a person's own notices read, all or these; returns which were not before. Their other windows hear of it. */
export async function noteRead(
  tx: Tx,
  personId: string,
  ids: readonly string[] | 'all',
  at: Date,
): Promise<string[]> {
  const rows = await tx
    .updateTable('notice')
    .set((eb) => ({ read_at: at, shown_at: eb.fn.coalesce('shown_at', eb.val(at)) }))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(ids !== 'all', (query) => query.where('id', '=', sql<string>`any(${ids as string[]}::uuid[])`))
    .returning('id')
    .execute();
  if (rows.length) await tellWindows(tx, personId);
  return rows.map(({ id }) => id);
}

export const listMutes = (tx: Tx, personId?: string) =>
  tx
    .selectFrom('notice_mute')
    .select(['person_id as personId', 'subject_kind as subjectKind', 'subject_id as subjectId'])
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId!))
    .execute();

/**
 * Mutes a subject for a person, or hears of it again. What waits unread of it is muted with it, and comes back with
 * it. Their other windows hear of it.
 */
export async function putMute(
  tx: Tx,
  mute: { personId: string; subjectKind: SubjectKind; subjectId: string; muted: boolean; at: Date },
): Promise<void> {
  const { personId, subjectKind, subjectId, muted, at } = mute;
  if (muted)
    await tx
      .insertInto('notice_mute')
      .values({ person_id: personId, subject_kind: subjectKind, subject_id: subjectId, muted_at: at })
      .onConflict((clash) => clash.doNothing())
      .execute();
  else
    await tx
      .deleteFrom('notice_mute')
      .where('person_id', '=', personId)
      .where('subject_kind', '=', subjectKind)
      .where('subject_id', '=', subjectId)
      .execute();
  await tx
    .updateTable('notice')
    .set({ muted })
    .where('person_id', '=', personId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .where('read_at', 'is', null)
    .execute();
  await tellWindows(tx, personId);
}

const tellWindows = (tx: Tx, personId: string) =>
  sql`select pg_notify(${NOTICE_CHANNEL}, json_build_object('tenantId', current_tenant(), 'personId', ${personId}::text)::text)`.execute(
    tx,
  );

/** Takes a working day for this transaction; false where its steps were sent already. */
export async function claimDay(tx: Tx, day: string, at: Date): Promise<boolean> {
  const row = await tx
    .insertInto('notice_run')
    .values({ day, sent: 0, at })
    .onConflict((clash) => clash.doNothing())
    .returning('day')
    .executeTakeFirst();
  return row !== undefined;
}

export async function noteRun(tx: Tx, day: string, sent: number): Promise<void> {
  await tx.updateTable('notice_run').set({ sent }).where('day', '=', day).execute();
}

export const hasRun = async (tx: Tx, day: string): Promise<boolean> =>
  (await tx.selectFrom('notice_run').select('day').where('day', '=', day).executeTakeFirst()) !== undefined;

/** Was somebody reminded of this by hand on the day? */
export const wasReminded = async (tx: Tx, subjectId: string, day: string): Promise<boolean> =>
  (await tx
    .selectFrom('notice')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('step', '=', 'by-hand')
    .where('anchor_on', '=', day)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export const findOwnLadder = (tx: Tx) =>
  tx.selectFrom('notice_ladder').select(['content', 'changed_on as changedOn']).executeTakeFirst();

export async function putLadder(tx: Tx, ladder: Ladder, day: string, at: Date): Promise<void> {
  const values = { content: JSON.stringify(ladder), changed_on: day, changed_at: at };
  await tx
    .insertInto('notice_ladder')
    .values(values)
    .onConflict((clash) => clash.column('tenant_id').doUpdateSet(values))
    .execute();
}
