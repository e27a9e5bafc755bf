import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { DifficultyState, Level } from './difficulty.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    difficulty: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      duty_id: string;
      assignment_id: string;
      agency_id: string;
      cause: string;
      words: string;
      state: Filled<DifficultyState>;
      level: Level;
      authority_id: string | null;
      proposal: Filled<string | null>;
      proposed_by: Filled<string | null>;
      reply_due_on: string;
      raised_by: string;
      raised_at: Date;
      answer: Filled<string | null>;
      answered_by: Filled<string | null>;
      answered_at: Filled<Date | null>;
      answered_with: Filled<string | null>;
      follow_up_id: Filled<string | null>;
    };
  }
}

/** Does a focal officer work in this agency? */
export async function hasFocalOfficer(tx: Tx, agencyId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('membership')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('role', '=', 'focal-officer')
    .where('valid_to', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertDifficulty(
  tx: Tx,
  raised: {
    dutyId: string;
    assignmentId: string;
    agencyId: string;
    cause: string;
    words: string;
    level: Level;
    authorityId: string | null;
    replyDueOn: string;
    raisedBy: string;
    at: Date;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('difficulty')
    .values({
      duty_id: raised.dutyId,
      assignment_id: raised.assignmentId,
      agency_id: raised.agencyId,
      cause: raised.cause,
      words: raised.words,
      level: raised.level,
      authority_id: raised.authorityId,
      reply_due_on: raised.replyDueOn,
      raised_by: raised.raisedBy,
      raised_at: raised.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The line that told of its answer, where it says how the agency's clock stood before. */
const toldAnswer = sql`
  select told.seq, told.payload from event told
  where told.tenant_id = difficulty.tenant_id and told.subject_kind = 'duty' and told.subject_id = difficulty.duty_id
    and told.kind = 'duty.difficulty-answered' and told.payload->>'difficultyId' = difficulty.id::text
    and told.payload ? 'before'
  order by told.seq desc limit 1`;

/**
 * Answered, and nobody has acted on the answer: no later line of its part, no letter sent since, and nobody has
 * begun the work that the answer gave out.
 */
const isFresh = sql<boolean>`difficulty.state = 'answered' and exists (
  select from (${toldAnswer}) answer where not exists (
    select from event later
    where later.tenant_id = difficulty.tenant_id and later.subject_kind = 'duty'
      and later.subject_id = difficulty.duty_id and later.seq > answer.seq
      and (later.payload->>'assignmentId' = difficulty.assignment_id::text or later.kind = 'duty.letter-sent')))
  and not exists (select from assignment given where given.tenant_id = difficulty.tenant_id
    and given.duty_id = difficulty.follow_up_id and given.state <> 'assigned')`;

/** How the clock of its part stood before the answer, and the due day that it got. */
export type ClockBefore = { stoppedOn: string | null; dueOn: string | null; dueOnAfter: string | null };

export async function findClockBefore(tx: Tx, id: string): Promise<ClockBefore | null> {
  const { rows } = await sql<{ before: ClockBefore }>`
    select answer.payload->'before' as before from difficulty, lateral (${toldAnswer}) answer
    where difficulty.id = ${id}`.execute(tx);
  return rows[0]?.before ?? null;
}

/** Those that one answer settled, itself among them, the last told first. */
export const listAnsweredTogether = (tx: Tx, id: string): Promise<DifficultyRecord[]> =>
  shown(tx)
    .where((of) => of.or([of('difficulty.id', '=', id), of('difficulty.answered_with', '=', id)]))
    .where('difficulty.state', '=', 'answered')
    .orderBy(sql`(select answer.seq from (${toldAnswer}) answer)`, 'desc')
    .forUpdate('difficulty')
    .execute();

/** Waits for an answer again, as though there had been none. */
export async function reopenDifficulty(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('difficulty')
    .set({
      state: 'open',
      answer: null,
      answered_by: null,
      answered_at: null,
      answered_with: null,
      follow_up_id: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Difficulties with the names a reader wants to know. */
const shown = (tx: Tx) =>
  tx
    .selectFrom('difficulty')
    .innerJoin('duty', (join) =>
      join.onRef('duty.tenant_id', '=', 'difficulty.tenant_id').onRef('duty.id', '=', 'difficulty.duty_id'),
    )
    .innerJoin('document', (join) =>
      join.onRef('document.tenant_id', '=', 'duty.tenant_id').onRef('document.id', '=', 'duty.document_id'),
    )
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.tenant_id', '=', 'difficulty.tenant_id')
        .onRef('agency.id', '=', 'difficulty.agency_id'),
    )
    .innerJoin('person as raiser', (join) =>
      join
        .onRef('raiser.tenant_id', '=', 'difficulty.tenant_id')
        .onRef('raiser.id', '=', 'difficulty.raised_by'),
    )
    .leftJoin('agency as authority', (join) =>
      join
        .onRef('authority.tenant_id', '=', 'difficulty.tenant_id')
        .onRef('authority.id', '=', 'difficulty.authority_id'),
    )
    .leftJoin('person as answerer', (join) =>
      join
        .onRef('answerer.tenant_id', '=', 'difficulty.tenant_id')
        .onRef('answerer.id', '=', 'difficulty.answered_by'),
    )
    .select([
      'difficulty.id',
      'difficulty.duty_id as dutyId',
      'duty.text as dutyText',
      'duty.path as dutyPath',
      'document.symbol',
      'difficulty.assignment_id as assignmentId',
      'difficulty.agency_id as agencyId',
      'agency.name as agencyName',
      'difficulty.cause',
      'difficulty.words',
      'difficulty.state',
      'difficulty.level',
      'difficulty.authority_id as authorityId',
      'authority.name as authorityName',
      'difficulty.proposal',
      'difficulty.reply_due_on as replyDueOn',
      'difficulty.raised_by as raisedById',
      'raiser.name as raisedBy',
      'difficulty.raised_at as raisedAt',
      'difficulty.answer',
      'answerer.name as answeredBy',
      'difficulty.answered_at as answeredAt',
      'difficulty.answered_with as answeredWith',
      'difficulty.follow_up_id as followUpId',
      isFresh.as('isFresh'),
    ]);

export type DifficultyRecord = Awaited<ReturnType<typeof getDifficulty>>;

/** @throws Problem 404 */
export async function getDifficulty(tx: Tx, id: string, { forUpdate = false }: { forUpdate?: boolean } = {}) {
  const query = shown(tx).where('difficulty.id', '=', id);
  const found = await (forUpdate ? query.forUpdate('difficulty') : query).executeTakeFirst();
  if (!found) throw notFound('khó khăn, vướng mắc này');
  return found;
}

const MOST = 300;

/** Those waiting longest first, then the answered, newest first. */
export function listDifficulties(
  tx: Tx,
  filter: { dutyId?: string; state?: DifficultyState | undefined; cause?: string | undefined } = {},
): Promise<DifficultyRecord[]> {
  let query = shown(tx);
  if (filter.dutyId) query = query.where('difficulty.duty_id', '=', filter.dutyId);
  if (filter.state) query = query.where('difficulty.state', '=', filter.state);
  if (filter.cause) query = query.where('difficulty.cause', '=', filter.cause);
  return query
    .orderBy(sql`difficulty.state <> 'open'`)
    .orderBy(sql`case when difficulty.state = 'open' then difficulty.reply_due_on end`)
    .orderBy('difficulty.raised_at', 'desc')
    .limit(MOST)
    .execute();
}

/** Of one cause: what is open, and what was answered lately, to be compared with. */
export const listOfCause = (tx: Tx, cause: string, state: 'open' | 'answered') =>
  tx
    .selectFrom('difficulty')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.tenant_id', '=', 'difficulty.tenant_id')
        .onRef('agency.id', '=', 'difficulty.agency_id'),
    )
    .select([
      'difficulty.id',
      'difficulty.level',
      'difficulty.authority_id as authorityId',
      'difficulty.agency_id as agencyId',
      'difficulty.raised_by as raisedById',
      'agency.name as agencyName',
      'difficulty.words',
      'difficulty.answer',
    ])
    .where('difficulty.cause', '=', cause)
    .where('difficulty.state', '=', state)
    .orderBy('difficulty.raised_at', 'desc')
    .limit(MOST)
    .execute();

export type DifficultyChange = {
  state?: DifficultyState;
  level?: Level;
  authorityId?: string | null;
  proposal?: string;
  proposedBy?: string;
  replyDueOn?: string;
  answer?: string;
  answeredBy?: string;
  answeredAt?: Date;
  answeredWith?: string;
  followUpId?: string;
};

export async function updateDifficulty(tx: Tx, id: string, change: DifficultyChange): Promise<void> {
  const columns = {
    state: change.state,
    level: change.level,
    authority_id: change.authorityId,
    proposal: change.proposal,
    proposed_by: change.proposedBy,
    reply_due_on: change.replyDueOn,
    answer: change.answer,
    answered_by: change.answeredBy,
    answered_at: change.answeredAt,
    answered_with: change.answeredWith,
    follow_up_id: change.followUpId,
  };
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await tx.updateTable('difficulty').set(given).where('id', '=', id).execute();
}

/** Has this part another difficulty that waits for an answer? */
export async function hasOpenDifficulty(tx: Tx, assignmentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('difficulty')
    .select('id')
    .where('assignment_id', '=', assignmentId)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function countDifficulties(tx: Tx, today: string) {
  const byLevel = await sql<{
    level: Level;
    open: number;
    late: number;
    answered: number;
    meanDays: number | null;
  }>`select level, (count(*) filter (where state = 'open'))::integer as open,
      (count(*) filter (where state = 'open' and reply_due_on < ${today}))::integer as late,
      (count(*) filter (where state = 'answered'))::integer as answered,
      round((avg(extract(epoch from answered_at - raised_at)) filter (where state = 'answered') / 86400)::numeric, 1)::float as "meanDays"
    from difficulty group by level`.execute(tx);
  const byCause = await sql<{ cause: string; count: number; agencies: number; open: number }>`
    select cause, count(*)::integer as count, count(distinct agency_id)::integer as agencies,
      (count(*) filter (where state = 'open'))::integer as open
    from difficulty where state <> 'taken-back' group by cause order by count(*) desc, cause`.execute(tx);
  return { levels: byLevel.rows, causes: byCause.rows };
}

/** Difficulties nobody has answered, of these agencies or waiting with them, as a succession sees them. */
export async function listOpenDifficultiesOf(tx: Tx, agencyIds: readonly string[]) {
  const open = await shown(tx)
    .where('difficulty.state', '=', 'open')
    .where((of) =>
      of.or([
        of('difficulty.agency_id', '=', sql<string>`any(${[...agencyIds]}::uuid[])`),
        of('difficulty.authority_id', '=', sql<string>`any(${[...agencyIds]}::uuid[])`),
      ]),
    )
    .orderBy('difficulty.raised_at')
    .execute();
  return open.map((one) => ({
    id: one.id,
    assignmentId: one.assignmentId,
    label: [one.dutyPath, one.symbol].filter(Boolean).join(', '),
    words: one.words,
    agencyId: one.agencyId,
    authorityId: one.authorityId,
  }));
}

/** A difficulty goes with its agency, and with the body that was asked. */
export async function moveDifficulty(
  tx: Tx,
  id: string,
  to: { agencyId: string; authorityId: string | null },
): Promise<void> {
  await tx
    .updateTable('difficulty')
    .set({ agency_id: to.agencyId, authority_id: to.authorityId })
    .where('id', '=', id)
    .execute();
}

export const dutyOfDifficulty = async (tx: Tx, id: string): Promise<string> =>
  (await getDifficulty(tx, id)).dutyId;
