import { sql } from 'kysely';
import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';

export type AnswerState = 'waiting' | 'placed' | 'set-aside';
export type Answers = [string, string, string];

declare module '#app/platform/database.ts' {
  interface Tables {
    report_link: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      agency_report_id: string;
      name: string;
      token_hash: Buffer;
      made_by: string;
      made_at: Date;
      expires_on: string;
      revoked_at: Filled<Date | null>;
      opened_at: Filled<Date | null>;
    };
    report_answer: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      link_id: string;
      answers: Json<Answers>;
      said_by: string;
      sent_at: Date;
      state: Filled<AnswerState>;
      decided_by: Filled<string | null>;
      decided_at: Filled<Date | null>;
      reason: Filled<string | null>;
    };
    report_link_try: { tenant_id: Filled<string>; id: Filled<string>; address: string; at: Date };
  }
}

export async function insertLink(
  tx: Tx,
  made: { reportId: string; name: string; tokenHash: Buffer; by: string; at: Date; expiresOn: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('report_link')
    .values({
      agency_report_id: made.reportId,
      name: made.name,
      token_hash: made.tokenHash,
      made_by: made.by,
      made_at: made.at,
      expires_on: made.expiresOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const columns = [
  'report_link.id',
  'report_link.agency_report_id as reportId',
  'report_link.name',
  'report_link.expires_on as expiresOn',
  'report_link.revoked_at as revokedAt',
  'report_link.opened_at as openedAt',
] as const;

export const findLinkBySecret = (tx: Tx, tokenHash: Buffer) =>
  tx.selectFrom('report_link').select(columns).where('token_hash', '=', tokenHash).executeTakeFirst();

/** @throws Problem 404 */
export async function getLink(tx: Tx, id: string) {
  const found = await tx.selectFrom('report_link').select(columns).where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('liên kết này');
  return found;
}

/** The newest first; `madeBy` is the person's name. */
export const listLinksOf = (tx: Tx, reportId: string) =>
  tx
    .selectFrom('report_link')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'report_link.tenant_id')
        .onRef('person.id', '=', 'report_link.made_by'),
    )
    .select([...columns, 'person.name as madeBy'])
    .where('agency_report_id', '=', reportId)
    .orderBy('made_at', 'desc')
    .execute();

export const noteOpened = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('report_link').set({ opened_at: at }).where('id', '=', id).execute();

export const endLink = (tx: Tx, id: string, at: Date) =>
  tx
    .updateTable('report_link')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();

export const insertAnswer = (tx: Tx, said: { linkId: string; answers: Answers; saidBy: string; at: Date }) =>
  tx
    .insertInto('report_answer')
    .values({
      link_id: said.linkId,
      answers: JSON.stringify(said.answers),
      said_by: said.saidBy,
      sent_at: said.at,
    })
    .execute();

const answers = (tx: Tx) =>
  tx
    .selectFrom('report_answer')
    .innerJoin('report_link', (join) =>
      join
        .onRef('report_link.tenant_id', '=', 'report_answer.tenant_id')
        .onRef('report_link.id', '=', 'report_answer.link_id'),
    )
    .select([
      'report_answer.id',
      'report_answer.link_id as linkId',
      'report_link.agency_report_id as reportId',
      'report_link.name',
      'report_answer.answers',
      'report_answer.said_by as saidBy',
      'report_answer.sent_at as sentAt',
      'report_answer.state',
      'report_answer.reason',
    ]);

export const listAnswersOf = (tx: Tx, reportId: string) =>
  answers(tx)
    .where('report_link.agency_report_id', '=', reportId)
    .orderBy('report_answer.sent_at', 'desc')
    .execute();

/** @throws Problem 404 */
export async function getAnswer(tx: Tx, id: string) {
  const found = await answers(tx)
    .where('report_answer.id', '=', id)
    .forUpdate('report_answer')
    .executeTakeFirst();
  if (!found) throw notFound('câu trả lời này');
  return found;
}

export const decideAnswer = (
  tx: Tx,
  id: string,
  decided: { state: 'placed' | 'set-aside'; by: string; at: Date; reason: string | null },
) =>
  tx
    .updateTable('report_answer')
    .set({ state: decided.state, decided_by: decided.by, decided_at: decided.at, reason: decided.reason })
    .where('id', '=', id)
    .execute();

/** How often something was sent through a link since a moment, and when last. */
export async function countSent(
  tx: Tx,
  linkId: string,
  since: Date,
): Promise<{ all: number; since: number; lastAt: Date | null }> {
  return tx
    .selectFrom('report_answer')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('sent_at', '>=', since).as('since'),
      fn.max('sent_at').as('lastAt'),
    ])
    .where('link_id', '=', linkId)
    .executeTakeFirstOrThrow() as Promise<{ all: number; since: number; lastAt: Date | null }>;
}

/** Notes a try from an address and returns how many there were since a moment; older ones are forgotten. */
export async function countTry(tx: Tx, address: string, at: Date, since: Date): Promise<number> {
  await tx.deleteFrom('report_link_try').where('at', '<', since).execute();
  await tx.insertInto('report_link_try').values({ address, at }).execute();
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from report_link_try where address = ${address} and at >= ${since}`.execute(
    tx,
  );
  return rows[0]!.count;
}
