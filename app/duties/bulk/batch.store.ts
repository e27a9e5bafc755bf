import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { BulkAction } from './bulk.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    duty_batch: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      person_id: string;
      action: BulkAction;
      reason: string | null;
      done_at: Date;
    };
    duty_batch_line: {
      tenant_id: Filled<string>;
      batch_id: string;
      n: number;
      duty_id: string;
      seq: number;
      undone_at: Date | null;
    };
  }
}

export type BatchLine = { n: number; dutyId: string; seq: number };
type NewBatch = { personId: string; action: BulkAction; reason: string | null; at: Date };

export async function insertBatch(tx: Tx, { personId, action, reason, at }: NewBatch): Promise<string> {
  const { id } = await tx
    .insertInto('duty_batch')
    .values({ person_id: personId, action, reason, done_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The person whose batch it is; nobody else changes it until the transaction ends. @throws Problem 404 */
export async function holdBatch(tx: Tx, id: string): Promise<{ personId: string; action: BulkAction }> {
  const batch = await tx
    .selectFrom('duty_batch')
    .select(['person_id as personId', 'action'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!batch) throw notFound('loạt việc này');
  return batch;
}

/** Lines go on after those that a piece before has left. */
export async function addLines(
  tx: Tx,
  batchId: string,
  lines: readonly Omit<BatchLine, 'n'>[],
): Promise<void> {
  if (!lines.length) return;
  const { last } = await tx
    .selectFrom('duty_batch_line')
    .select(({ fn }) => fn.max('n').as('last'))
    .where('batch_id', '=', batchId)
    .executeTakeFirstOrThrow();
  const first = (last ?? 0) + 1;
  await tx
    .insertInto('duty_batch_line')
    .values(
      lines.map(({ dutyId, seq }, at) => ({
        batch_id: batchId,
        n: first + at,
        duty_id: dutyId,
        seq,
      })) as never,
    )
    .execute();
}

/** Not taken back, neither with the batch nor by a line of its own. */
const stands = sql<boolean>`(line.undone_at is null and not exists (
  select from event where event.tenant_id = line.tenant_id and event.subject_kind = 'duty'
    and event.subject_id = line.duty_id and event.seq > line.seq and event.payload->'undoes' = to_jsonb(line.seq)))`;

/** What can still be taken back of a batch, the last first; before a line, at most so many. */
export async function listStandingLines(
  tx: Tx,
  batchId: string,
  before: number | undefined,
  limit: number,
): Promise<BatchLine[]> {
  let query = tx
    .selectFrom('duty_batch_line as line')
    .select(['line.n', 'line.duty_id as dutyId', 'line.seq'])
    .where('line.batch_id', '=', batchId)
    .where(stands);
  if (before) query = query.where('line.n', '<', before);
  return query.orderBy('line.n', 'desc').limit(limit).execute();
}

export async function markUndone(tx: Tx, batchId: string, lines: readonly number[], at: Date): Promise<void> {
  if (!lines.length) return;
  await tx
    .updateTable('duty_batch_line')
    .set({ undone_at: at })
    .where('batch_id', '=', batchId)
    .where('n', 'in', [...lines])
    .execute();
}

export type BatchRow = {
  id: string;
  action: BulkAction;
  reason: string | null;
  at: Date;
  duties: number;
  lines: number;
  standing: number;
  /** Names of its first duties. */
  first: string[];
};

/** What a person did to many at once since a moment, newest first. */
export async function listBatches(tx: Tx, personId: string, since: Date, limit: number): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select batch.id, batch.action, batch.reason, batch.done_at as at, told.*
    from duty_batch batch
    cross join lateral (
      select count(distinct line.duty_id)::int as duties, count(*)::int as lines,
        count(*) filter (where ${stands})::int as standing,
        (array_agg(distinct coalesce(nullif(duty.path, ''), duty.position::text)
           || coalesce(', ' || document.symbol, '')))[1:4] as first
      from duty_batch_line line
      join duty on duty.tenant_id = line.tenant_id and duty.id = line.duty_id
      join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
      where line.tenant_id = batch.tenant_id and line.batch_id = batch.id) told
    where batch.person_id = ${personId} and batch.done_at >= ${since} and told.lines > 0
    order by batch.done_at desc limit ${limit}`.execute(tx);
  return rows;
}
