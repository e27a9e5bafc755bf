import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { noticesBy } from './notice.store.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    webhook: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      url: string;
      secret: Buffer;
      is_on: Filled<boolean>;
      created_by: string;
      created_at: Date;
      after_seq: number;
    };
    webhook_delivery: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      webhook_id: string;
      notice_id: string;
      body: string;
      state: Filled<'waiting' | 'sent' | 'dead'>;
      attempts: Filled<number>;
      next_attempt_at: Date;
      last_error: Filled<string | null>;
      created_at: Date;
      done_at: Filled<Date | null>;
    };
  }
}

/** A new hook hears of what comes, not of what was. */
export async function insertHook(
  tx: Tx,
  hook: { id: string; url: string; secret: Buffer; createdBy: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('webhook')
    .values((eb) => ({
      id: hook.id,
      url: hook.url,
      secret: hook.secret,
      created_by: hook.createdBy,
      created_at: hook.at,
      after_seq: eb.selectFrom('notice').select(sql<number>`coalesce(max(seq), 0)`.as('seq')),
    }))
    .execute();
}

export const listHooksKept = (tx: Tx) =>
  tx
    .selectFrom('webhook')
    .select(['id', 'url', 'secret', 'is_on as isOn', 'created_at as createdAt', 'after_seq as afterSeq'])
    .orderBy('created_at')
    .execute();

export const findHook = (tx: Tx, id: string) =>
  tx.selectFrom('webhook').select(['id', 'url']).where('id', '=', id).executeTakeFirst();

export async function setHookOn(tx: Tx, id: string, isOn: boolean): Promise<void> {
  await tx.updateTable('webhook').set({ is_on: isOn }).where('id', '=', id).execute();
}

export async function deleteHook(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('webhook').where('id', '=', id).execute();
}

export const countDeliveries = (tx: Tx) =>
  tx
    .selectFrom('webhook_delivery')
    .select(({ fn }) => ['webhook_id as webhookId', 'state', fn.countAll<number>().as('many')])
    .groupBy(['webhook_id', 'state'])
    .execute();

export const listTroubled = (tx: Tx) =>
  tx
    .selectFrom('webhook_delivery')
    .select([
      'id',
      'webhook_id as webhookId',
      'state',
      'attempts',
      'last_error as lastError',
      'next_attempt_at as nextAttemptAt',
      'created_at as createdAt',
    ])
    .where('attempts', '>', 0)
    .where('state', '<>', 'sent')
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();

const AT_ONCE = 200;

/** The notices a hook has not been given yet; the same question as the bell and the letters ask. */
export const listNewFor = (tx: Tx, afterSeq: number) =>
  noticesBy(tx, { after: afterSeq })
    .leftJoin('agency', (join) =>
      join.onRef('agency.tenant_id', '=', 'notice.tenant_id').onRef('agency.id', '=', 'notice.agency_id'),
    )
    .select([
      'notice.id',
      'notice.seq',
      'notice.muted',
      'notice.subject_kind as subjectKind',
      'notice.subject_id as subjectId',
      'notice.duty_id as dutyId',
      'notice.person_id as personId',
      'notice.step',
      'notice.due_on as dueOn',
      'notice.is_request as isRequest',
      'notice.level',
      'notice.title',
      'notice.sent_at as sentAt',
      'agency.name as agencyName',
    ])
    .orderBy('notice.seq')
    .limit(AT_ONCE)
    .execute();

export async function queueDeliveries(
  tx: Tx,
  hookId: string,
  made: { noticeId: string; body: string }[],
  upTo: number,
  at: Date,
): Promise<void> {
  if (made.length)
    await tx
      .insertInto('webhook_delivery')
      .values(
        made.map(({ noticeId, body }) => ({
          webhook_id: hookId,
          notice_id: noticeId,
          body,
          next_attempt_at: at,
          created_at: at,
        })),
      )
      .onConflict((clash) => clash.doNothing())
      .execute();
  await tx.updateTable('webhook').set({ after_seq: upTo }).where('id', '=', hookId).execute();
}

/** Takes messages whose time has come; they come back at `again` unless their end is written first. */
export const claimDeliveries = (tx: Tx, now: Date, again: Date) =>
  tx
    .updateTable('webhook_delivery')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: again }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('webhook_delivery as d')
        .innerJoin('webhook as h', (join) =>
          join.onRef('h.tenant_id', '=', 'd.tenant_id').onRef('h.id', '=', 'd.webhook_id'),
        )
        .innerJoin('notice as n', (join) =>
          join.onRef('n.tenant_id', '=', 'd.tenant_id').onRef('n.id', '=', 'd.notice_id'),
        )
        .select('d.id')
        .where('n.muted', '=', false)
        .where('d.state', '=', 'waiting')
        .where('h.is_on', '=', true)
        .where('d.next_attempt_at', '<=', now)
        .orderBy('d.next_attempt_at')
        .limit(50)
        .forUpdate('d')
        .skipLocked(),
    )
    .returning(['id', 'webhook_id as webhookId', 'body', 'attempts'])
    .execute();

/** Lets a message wait until `again`, or ends it. */
export async function noteDelivery(
  tx: Tx,
  id: string,
  end: { state: 'sent' | 'dead' | 'waiting'; error: string | null; again: Date | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('webhook_delivery')
    .set({
      state: end.state,
      last_error: end.error,
      done_at: end.state === 'waiting' ? null : end.now,
      ...(end.again ? { next_attempt_at: end.again } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Begins anew with a message that was given up; false where there is none. */
export async function reviveDelivery(tx: Tx, id: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', attempts: 0, next_attempt_at: now, done_at: null })
    .where('id', '=', id)
    .where('state', '<>', 'sent')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
